// A film in big endian is turned part by part, and dirt beside its stored bits is looked for on the way.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeDicom } from './decode-dicom.ts'
import { dataSetBytes, dicomFile, fileMeta, preamble, type Elements } from './fixtures/dicom-writer.ts'
import { filmFile } from './fixtures/film-file.ts'
import { BIG_ENDIAN_SYNTAX, EXPLICIT_SYNTAX, small } from './fixtures/small-film.ts'

// Of 16 bits more than two parts of 128 kB, and no whole number of them.
const [ROWS, COLUMNS] = [3, 50_001]
const LAST = ROWS * COLUMNS - 1

// bits allocated, bits stored, a cell with dirt, its value
const depths = [
  [16, 12, 0x8123, 0x123],
  [32, 24, 0x81234567, 0x234567],
] as const

for (const [BitsAllocated, BitsStored, cell, value] of depths) {
  const elements = small({ Rows: ROWS, Columns: COLUMNS, BitsAllocated, BitsStored, HighBit: BitsStored - 1 })

  for (const place of [null, 0, 65_535, 65_536, LAST]) {
    const dirt = place === null ? 'no dirt' : `dirt in cell ${place}`
    test(`a large film of ${BitsAllocated} bits with ${dirt} in big endian`, async () => {
      const values = Array.from({ length: ROWS * COLUMNS }, (_, i) => i % 4093)
      const cells = BitsAllocated === 16 ? Uint16Array.from(values) : Uint32Array.from(values)
      if (place !== null) {
        cells[place] = cell
        values[place] = value
      }
      assert.deepEqual(await storedIn(elements, Buffer.from(cells.buffer)), values)
    })
  }
}

async function storedIn(elements: Elements, pixels: Buffer): Promise<number[]> {
  const bytes = dicomFile({ syntax: BIG_ENDIAN_SYNTAX, elements, pixels })
  return [...(await decodeDicom(filmFile(bytes), 0)).pixels]
}

// what the file says, what it writes
const contradictions = [
  [BIG_ENDIAN_SYNTAX, EXPLICIT_SYNTAX],
  [EXPLICIT_SYNTAX, BIG_ENDIAN_SYNTAX],
] as const

for (const [said, written] of contradictions) {
  test(`pixels of 16 bits follow the order that is written: ${written}, where the file says ${said}`, async () => {
    const elements = small({ SopClassUid: '1.2.3.44', BitsAllocated: 16, BitsStored: 12, HighBit: 11 })
    const pixels = Buffer.from(Uint16Array.of(1, 0x102, 0xfff, 7).buffer)
    const bytes = Buffer.concat([
      preamble(),
      fileMeta(said),
      dataSetBytes({ syntax: written, elements, pixels }),
    ])
    assert.deepEqual([...(await decodeDicom(filmFile(bytes), 0)).pixels], [1, 0x102, 0xfff, 7])
  })
}
