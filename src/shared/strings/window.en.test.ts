import assert from 'node:assert/strict'
import { test } from 'node:test'
import { windowStrings } from './window.en.ts'

const cases = [
  // films, scored, measurements
  [8, 0, 0, 'Cleared: 8 films.'],
  [8, 7, 0, 'Cleared: 8 films, 7 of them scored.'],
  [1, 1, 0, 'Cleared: 1 film, scored.'],
  [8, 0, 1, 'Cleared: 8 films and 1 measurement.'],
  [4, 4, 1, 'Cleared: 4 films, all scored, and 1 measurement.'],
  [12000, 1500, 3, 'Cleared: 12,000 films, 1,500 of them scored, and 3 measurements.'],
] as const

for (const [films, scored, measurements, text] of cases) {
  test(text, () => assert.equal(windowStrings.cleared(films, scored, measurements), text))
}
