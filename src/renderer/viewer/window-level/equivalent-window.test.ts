import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { equivalentWindow } from './equivalent-window.ts'

describe('the window nearest to a VOI LUT', () => {
  const cases = [
    // what, first mapped, entries, span of the film -> first black, first white, turned
    ['leaves out the flat ends', 100, [0, 0, 1, 2, 3, 3], [0, 4095], 101, 104, false],
    ['is no wider than the film’s values', 100, [0, 0, 1, 2, 3, 3], [102, 103], 102, 103, false],
    ['is turned where the table runs from bright to dark', 0, [3, 2, 1, 0], [0, 4095], 0, 3, true],
    ['is the whole span where the table is flat', 0, [7, 7, 7], [10, 20], 10, 20, false],
  ] as const
  for (const [what, firstMapped, entries, [low, high], black, white, turns] of cases) {
    test(what, () => {
      const table = { firstMapped, bits: 8, entries: Uint16Array.from(entries), name: '' }
      const result = equivalentWindow(table, { low, high })
      // LINEAR is black up to centre - width / 2 and white from there on by width - 1.
      assert.equal(result.window.centre - result.window.width / 2, black)
      assert.equal(result.window.width - 1, white - black)
      assert.equal(result.turns, turns)
    })
  }
})
