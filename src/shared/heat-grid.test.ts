import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gridArea, gridLines } from './heat-grid.ts'

describe('where a grid lies on the film', () => {
  const cases = [
    // origin x, y, cell, rows, columns -> x, y, width, height
    [16, 16, 32, 32, 8, 8, [0, 0, 256, 256]],
    [100, 50, 10, 20, 3, 4, [95, 40, 40, 60]],
    // A crop that begins outside the film: the first cell's centre is left of it.
    [-5, 7.5, 30, 15, 2, 2, [-20, 0, 60, 30]],
  ] as const
  for (const [originX, originY, cellWidth, cellHeight, rows, columns, area] of cases) {
    test(`${rows} × ${columns} cells from ${originX}, ${originY}`, () => {
      const placement = { originX, originY, cellWidth, cellHeight }
      const { x, y, width, height } = gridArea({ placement, rows, columns })
      assert.deepEqual([x, y, width, height], area)
    })
  }
})

test('cells lie between their lines', () => {
  const placement = { originX: 100, originY: 50, cellWidth: 10, cellHeight: 20 }
  const { upright, level } = gridLines({ placement, rows: 2, columns: 3 })
  assert.deepEqual(
    [upright, level],
    [
      [95, 105, 115, 125],
      [40, 60, 80],
    ],
  )
})
