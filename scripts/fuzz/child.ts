// Decodes spoilt files one after the other and writes what came of each to file descriptor 3, as a line; the parent
// watches the clock and the memory. Arguments: seed, first index, end index, part of a kind's name.

import { writeSync } from 'node:fs'
import { HilumError } from '../../src/shared/errors.ts'
import { decode } from '../../src/main/pipeline/decode.ts'
import { normalise } from '../../src/main/pipeline/normalise.ts'
import { input, type FuzzInput } from './input.ts'
import { seedsOfKind } from './seeds.ts'

const REPORT = 3
const [seed = 1, first = 0, end = 0] = process.argv.slice(2, 5).map(Number)
const kinds = seedsOfKind(process.argv[5] ?? '')

for (let index = first; index < end; index++) {
  const spoilt = input(kinds, seed, index)
  writeSync(REPORT, `start ${index} ${spoilt.kind}\n`)
  writeSync(REPORT, `end ${index} ${await outcome(spoilt)}\n`)
}

async function outcome({ bytes }: FuzzInput): Promise<string> {
  try {
    const film = await decode({ path: 'fuzz', name: 'fuzz', bytes, sha256: '' })
    // Larger ones would only measure how fast zeros are copied.
    if (film.pixels.length < 1_000_000) normalise(film)
    return film.warnings.length > 0 ? 'warned' : 'picture'
  } catch (error) {
    if (error instanceof HilumError) return error.code
    return `uncoded ${error instanceof Error ? (error.stack ?? '').replaceAll('\n', ' | ') : String(error)}`
  }
}
