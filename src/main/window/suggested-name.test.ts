import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggestedName } from './suggested-name.ts'

const cases = [
  ['pdf', new Date(2026, 10, 22, 0, 5), 'Hilum summary 2026-11-22.pdf'],
  ['csv', new Date(2027, 0, 3, 23, 55), 'Hilum summary 2027-01-03.csv'],
] as const

for (const [format, now, name] of cases) {
  test(`what is exported as ${format} is called ${name}`, () => {
    assert.equal(suggestedName(format, now), name)
  })
}
