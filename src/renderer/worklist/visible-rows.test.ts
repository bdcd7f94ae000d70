import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ROW_HEIGHT, scrollToRow, visibleRows } from './visible-rows.ts'

describe('the rows of a long list', () => {
  test('of ten thousand films only those near the screen are in the document', () => {
    const { first, end } = visibleRows(5000 * ROW_HEIGHT, 20 * ROW_HEIGHT, 10_000)
    assert.deepEqual([first, end], [4992, 5028])
  })

  test('a short list is there as a whole', () => {
    assert.deepEqual(visibleRows(0, 20 * ROW_HEIGHT, 4), { first: 0, end: 4 })
  })

  test('a list that became shorter than it was scrolled has no negative rows', () => {
    assert.deepEqual(visibleRows(9000 * ROW_HEIGHT, 400, 3), { first: 3, end: 3 })
  })

  const cases = [
    // row, scrolled, height -> scrolled
    [0, 5, 10, 0],
    [7, 5, 10, 5],
    [15, 5, 10, 6],
  ] as const
  for (const [row, scrolled, height, to] of cases) {
    test(`row ${row} seen from ${scrolled} scrolls to ${to}`, () => {
      assert.equal(scrollToRow(row, scrolled * ROW_HEIGHT, height * ROW_HEIGHT), to * ROW_HEIGHT)
    })
  }
})
