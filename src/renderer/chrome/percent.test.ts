import assert from 'node:assert/strict'
import { test } from 'node:test'
import { percent } from './percent.ts'

const cases = [
  [0.834, '83%'],
  [1, '100%'],
  [0.998, '>99%'],
  [0.0004, '<1%'],
  [0, '0%'],
] as const

for (const [share, text] of cases) {
  test(`${share} is written ${text}`, () => assert.equal(percent(share), text))
}
