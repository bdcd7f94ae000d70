// Writes the films of the golden numbers, one after the other, for golden.py: `node golden-films.ts FILE`.

import { writeFileSync } from 'node:fs'
import { phantom } from '../../scripts/samples/phantom.ts'

const FILMS = 16
const SIZE = 256

const films = Array.from({ length: FILMS }, (_, k) => {
  const { values } = phantom(k, SIZE)
  return Uint8Array.from(values, (value) => Math.round(255 * value))
})
writeFileSync(process.argv[2]!, Buffer.concat(films))
