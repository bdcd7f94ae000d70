import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextFocus } from './next-focus.ts'

const cases = [
  ['ArrowDown', 0, 1],
  ['ArrowDown', 2, 0],
  ['ArrowUp', 0, 2],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['x', 1, null],
] as const

for (const [key, from, to] of cases) {
  test(`${key} takes the focus from ${from} of 3 to ${to}`, () => {
    assert.equal(nextFocus(key, from, 3), to)
  })
}
