import assert from 'node:assert/strict'
import { test } from 'node:test'
import { input } from './input.ts'
import { fuzz } from './run.ts'
import { seeds } from './seeds.ts'

test('a slice of the fuzz run: every spoilt file is a picture or a coded error', async () => {
  const limits = { secondsEach: 60, megabytes: 2048, seconds: 240 }
  const report = await fuzz({ seed: 2026, first: 0, inputs: 1500, only: '' }, limits)
  assert.deepEqual(report.faults, [])
  assert.equal(report.inputs, 1500)
  // All of one outcome would mean that the files are spoilt too much to try anything, or not at all.
  for (const outcome of ['picture', 'warned', 'DECODE_DAMAGED', 'DECODE_TRUNCATED']) {
    assert.ok((report.outcomes.get(outcome) ?? 0) > 10, `${outcome} is rare`)
  }
})

test('the same seed and number make the same input', () => {
  const kinds = seeds()
  assert.deepEqual(input(kinds, 1, 42), input(kinds, 1, 42))
  assert.notDeepEqual(input(kinds, 1, 42), input(kinds, 1, 43))
})

test('a kind that there is none of is answered with those there are', async () => {
  const range = { seed: 1, first: 0, inputs: 1, only: 'daguerreotype' }
  await assert.rejects(fuzz(range, { secondsEach: 1, megabytes: 1, seconds: 1 }), {
    name: 'Error',
    message: /^No kind of file is called daguerreotype .*; the kinds are .*\bpng\b/,
  })
})
