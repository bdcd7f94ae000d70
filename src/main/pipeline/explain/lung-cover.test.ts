import assert from 'node:assert/strict'
import { test } from 'node:test'
import { insideLungs } from './inside-lungs.ts'
import type { PlacedGrid } from '../cell-means.ts'
import { lungCover } from './lung-cover.ts'

// A film of 8 x 4 pixels with a mask of half its size, of which the left half is lung but for one corner:
//   0 1 0 0
//   1 1 0 0
const mask = {
  rows: 2,
  columns: 4,
  shares: new Float32Array(8),
  inside: Uint8Array.of(0, 1, 0, 0, 1, 1, 0, 0),
}
const film = { rows: 4, columns: 8 }

const grid = (changes: Partial<PlacedGrid>): PlacedGrid => ({
  rows: 1,
  columns: 2,
  originX: 2,
  originY: 2,
  cellWidth: 4,
  cellHeight: 4,
  ...changes,
})

const covers: readonly (readonly [name: string, grid: PlacedGrid, cover: readonly number[]])[] = [
  ['two cells over the halves of the film', grid({}), [0.75, 0]],
  // From film pixel 3 to 5: a quarter of the cell on each of the mask's columns 1 and 2, above and below.
  ['a cell across the edge of the lung', grid({ columns: 1, originX: 4, cellWidth: 2 }), [0.5]],
  ['a cell half beyond the film', grid({ columns: 1, originX: 0 }), [0.25]],
  ['a cell beyond the film', grid({ columns: 1, originX: -40 }), [0]],
  [
    'cells smaller than the mask’s pixels',
    grid({ columns: 4, originX: 0.5, originY: 0.5, cellWidth: 1, cellHeight: 1 }),
    [0, 0, 1, 1],
  ],
]

for (const [name, placed, cover] of covers) {
  test(name, () => assert.deepEqual([...lungCover(mask, film, placed)], cover))
}

const shares = [
  ['all in the lungs', [4, 0], [1, 0], 1],
  ['3 of 4 in a cell that is half lung', [3, 1], [0.5, 0], 0.375],
  ['what is below 0 counts for nothing', [-5, 1], [1, 0.25], 0.25],
  ['nothing above 0 has no share', [-5, 0], [1, 1], null],
] as const

for (const [name, values, cover, expected] of shares) {
  test(name, () => {
    assert.equal(insideLungs(Float32Array.from(values), Float32Array.from(cover)), expected)
  })
}
