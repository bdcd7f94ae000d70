import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { HeatMap } from './analysis.ts'
import { heatShare, hottestValue } from './heat-share.ts'

describe('heatShare', () => {
  // Two rows of three cells, 10 pixels wide and 20 high, the first centred on pixel (5, 10).
  const map: HeatMap = {
    label: 'a',
    method: 'hiresmap',
    rows: 2,
    columns: 3,
    values: Float32Array.of(0, 2, 4, 8, 8, -8),
    fullScale: 4,
    placement: { originX: 5, originY: 10, cellWidth: 10, cellHeight: 20 },
    insideLungs: null,
  }
  const cases = [
    ['the centre of a cell has its value', 15, 10, 0.5],
    ['between two cells in a row', 20, 10, 0.75],
    ['between two rows', 5, 20, 1],
    ['between four cells', 10, 20, 1.125],
    ['half a cell before the first centre counts as that cell', 0, 0, 0],
    ['half a cell beyond the last centre counts as that cell', 30, 10, 1],
    ['beyond that there is no map', 30.5, 10, 0],
    ['negative cells stay negative', 25, 30, -2],
  ] as const
  for (const [name, x, y, share] of cases) {
    test(name, () => assert.equal(heatShare(map, x, y), share))
  }

  test('a map of one cell covers that cell', () => {
    const one = { ...map, rows: 1, columns: 1, values: Float32Array.of(2) }
    assert.equal(heatShare(one, 9, 19), 0.5)
    assert.equal(heatShare(one, 11, 10), 0)
  })

  test('the hottest value is the largest, also where all are negative', () => {
    assert.equal(hottestValue(map), 8)
    assert.equal(hottestValue({ ...map, values: Float32Array.of(-3, -1) }), -1)
  })
})
