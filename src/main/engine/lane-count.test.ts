import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lanesFor } from './lane-count.ts'

const cases = [
  // films, cores; engines, threads
  [0, 2, 0, 2],
  [1, 2, 1, 2],
  [8, 2, 1, 2],
  [9, 2, 2, 1],
  [10_000, 2, 2, 1],
  [10_000, 16, 8, 2],
  [20, 1, 1, 1],
] as const

for (const [films, cores, engines, threads] of cases) {
  test(`${films} films on ${cores} cores are scored by ${engines} engines of ${threads} threads`, () =>
    assert.deepEqual(lanesFor(films, cores), { engines, threads }))
}
