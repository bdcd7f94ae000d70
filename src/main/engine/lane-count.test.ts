import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lanesFor } from './lane-count.ts'

const cases = [
  // films, megabytes, cores; engines, threads
  [0, 0, 2, 0, 2],
  [1, 0.1, 2, 1, 2],
  [7, 0.7, 2, 1, 2],
  [9, 0.9, 2, 2, 1],
  [10_000, 300, 2, 2, 1],
  [10_000, 300, 16, 8, 2],
  [20, 2, 1, 1, 1],
  // A few large films are worth more engines, but never more than there are films.
  [1, 12, 2, 1, 2],
  [3, 9, 2, 2, 1],
] as const

for (const [films, megabytes, cores, engines, threads] of cases) {
  test(`${films} films of ${megabytes} MB on ${cores} cores are scored by ${engines} engines of ${threads} threads`, () =>
    assert.deepEqual(lanesFor({ films, megabytes }, cores), { engines, threads }))
}
