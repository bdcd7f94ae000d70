import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'

import { jpegHeader } from './jpeg-header.ts'
import { isWithinTurbo } from './jpeg-turbo.ts'

// Pillow's quality 80 has no step below 4, quality 95 has steps of 1.
const cases = [
  ['coarse.jpg', true],
  ['fine.jpg', false],
  ['progressive.jpg', false],
  ['ink.jpg', false],
] as const

for (const [name, within] of cases) {
  test(`${name} is ${within ? 'decoded by' : 'too fine or too many inks for'} libjpeg-turbo's fast transform`, async () => {
    const bytes = await readFile(new URL(`../raster/fixtures/${name}`, import.meta.url))
    assert.equal(isWithinTurbo(bytes, jpegHeader(bytes)), within)
  })
}

test('a quantisation table that is cut short is no reason to fail', () => {
  const header = jpegHeader(Buffer.from('ffd8' + 'ffc0000b080001000101011100' + 'ffd9', 'hex'))
  assert.equal(isWithinTurbo(Buffer.from('ffd8' + 'ffdb0043000102', 'hex'), header), false)
})
