import assert from 'node:assert/strict'
import test from 'node:test'

import { unfilterGrey } from './png-unfilter.ts'

// Two rows: the first plain, the second stored by the filter under test. Worked by hand from ISO/IEC 15948 table 9.1.
const cases = [
  { filter: 'None', stored: [0, 1, 2, 3], restored: [1, 2, 3] },
  { filter: 'Sub', stored: [1, 250, 10, 255], restored: [250, 4, 3] },
  { filter: 'Up', stored: [2, 1, 2, 250], restored: [11, 22, 24] },
  // 5 + (0 + 10 >> 1), 1 + (10 + 20 >> 1), 0 + (16 + 30 >> 1)
  { filter: 'Average', stored: [3, 5, 1, 0], restored: [10, 16, 23] },
  // left 0, above 10, corner 0 → above; left 11, above 20, corner 10: 21 is nearest to above;
  // left 21, above 30, corner 20: 31 is nearest to above
  { filter: 'Paeth', stored: [4, 1, 1, 1], restored: [11, 21, 31] },
] as const

for (const { filter, stored, restored } of cases) {
  test(`the filter ${filter} is undone`, () => {
    const bytes = unfilterGrey(Uint8Array.of(0, 10, 20, 30, ...stored), { rows: 2, columns: 3 })
    assert.deepEqual([...bytes], [10, 20, 30, ...restored])
  })
}

test('Paeth chooses by distance, and left before above before corner where two are as near', () => {
  for (let left = 0; left < 256; left += 5) {
    for (let above = 0; above < 256; above += 5) {
      for (let corner = 0; corner < 256; corner += 5) {
        // The first pixel of row 2 is plain `left` above nothing but `corner`: Paeth of (0, corner, 0) is corner.
        const second = [4, (left - corner + 256) & 255, 0]
        const bytes = unfilterGrey(Uint8Array.of(0, corner, above, ...second), { rows: 2, columns: 2 })
        assert.equal(bytes[3], paeth(left, above, corner), `${left} ${above} ${corner}`)
      }
    }
  }
})

/** Any filters, those that nobody has defined among them, which leave a row as it is. */
function rowsOf(rows: number, columns: number, filterOf: (row: number) => number): Uint8Array {
  return Uint8Array.from({ length: rows * (columns + 1) }, (_, i) =>
    i % (columns + 1) === 0 ? filterOf(i / (columns + 1)) : (i * 7919 + i * i * 31) % 256,
  )
}

/** As the standard has it, a byte after the other. */
function byDefinition(
  filtered: Uint8Array,
  { rows, columns }: { rows: number; columns: number },
): Uint8Array {
  const restored = new Uint8Array(rows * columns)
  const at = (row: number, column: number) =>
    row < 0 || column < 0 ? 0 : (restored[row * columns + column] ?? Number.NaN)
  for (let row = 0; row < rows; row++) {
    const filter = filtered[row * (columns + 1)]!
    for (let column = 0; column < columns; column++) {
      const [left, above, corner] = [at(row, column - 1), at(row - 1, column), at(row - 1, column - 1)]
      const foretold = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0
      restored[row * columns + column] = filtered[row * (columns + 1) + 1 + column]! + foretold
    }
  }
  return restored
}

for (const columns of [2, 3, 7, 8, 9, 15, 16, 17, 23, 24, 1001, 70_000]) {
  test(`rows of ${columns} pixels come out as the standard says, whatever their filters and their number`, () => {
    for (const rows of columns > 1000 ? [33] : [1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 40]) {
      for (const filterOf of [() => 4, (row: number) => row % 5, (row: number) => (row * row + 3) % 7]) {
        const filtered = rowsOf(rows, columns, filterOf)
        const size = { rows, columns }
        assert.deepEqual(unfilterGrey(filtered, size), byDefinition(filtered, size), `${rows} rows`)
      }
    }
  })
}

/** ISO/IEC 15948 9.4, as written there. */
function paeth(a: number, b: number, c: number): number {
  const p = a + b - c
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
  if (pa <= pb && pa <= pc) return a
  return pb <= pc ? b : c
}
