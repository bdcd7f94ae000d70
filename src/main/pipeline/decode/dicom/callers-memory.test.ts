// Whoever reads a file may bring memory for it and for what is decoded of it, with another film still in it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decode } from '../../decode.ts'
import { dicomFile } from './fixtures/dicom-writer.ts'
import { filmFile } from './fixtures/film-file.ts'
import { rleFrame } from './fixtures/rle-frame.ts'
import { BIG_ENDIAN_SYNTAX, RLE_SYNTAX, small } from './fixtures/small-film.ts'

const elements = small({ BitsAllocated: 16, BitsStored: 12, HighBit: 11 })
const pixels = Buffer.from(Uint16Array.of(1, 0x102, 0xfff, 7).buffer)

const films = [
  ['big endian', dicomFile({ syntax: BIG_ENDIAN_SYNTAX, elements, pixels }), [1, 0x102, 0xfff, 7]],
  [
    'big endian that ends early',
    dicomFile({ syntax: BIG_ENDIAN_SYNTAX, elements, pixels }).subarray(0, -2),
    [1, 0x102, 0xfff, 0],
  ],
  [
    'RLE',
    // PackBits: three bytes behind what is one less, then the last alone.
    dicomFile({
      syntax: RLE_SYNTAX,
      elements,
      fragments: [rleFrame([Buffer.of(3, 0, 1, 15, 0), Buffer.of(3, 1, 2, 255, 7)])],
    }),
    [1, 0x102, 0xfff, 7],
  ],
  [
    'RLE that ends early',
    dicomFile({
      syntax: RLE_SYNTAX,
      elements,
      fragments: [rleFrame([Buffer.of(3, 0, 1, 15, 0), Buffer.of(1, 1, 2)])],
    }),
    [1, 0x102, 0, 0],
  ],
] as const

for (const [name, bytes, values] of films) {
  test(`a film in ${name} is the same in memory that held another`, async () => {
    const taken: Buffer[] = []
    const allocate = (size: number): Buffer => {
      const memory = Buffer.alloc(size + 16, 0xee)
      taken.push(memory)
      return memory
    }
    const film = await decode({ ...filmFile(bytes), allocate })
    assert.deepEqual([...film.pixels], values)
    assert.deepEqual([...(await decode(filmFile(bytes))).pixels], values)
    assert.equal(taken.length, 1)
  })
}
