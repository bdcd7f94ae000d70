import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreement } from './agreement.ts'

const floats = (...values: number[]) => new Float32Array(values)

/** Two classes with maps of 2 x 2. */
function compare(got: readonly number[], wanted: readonly number[]) {
  const outputs = { gradcam: { dims: [1, 2, 2, 2], data: floats(...got) } }
  return agreement(outputs, { k: 0, outputs: { gradcam: floats(...wanted) } }, 1).correlation
}

// name, what the provider gave, what is stored, r by hand
const maps = [
  ['the same maps', [0, 1, 2, 3, 0, 0, 1, 0], [0, 1, 2, 3, 0, 0, 1, 0], 1],
  // Means 1.5, deviations -1.5, -0.5, 0.5, 1.5: squares add up to 5, products to 2.25 - 0.25 - 0.25 + 2.25 = 4.
  ['two cells exchanged', [0, 2, 1, 3, 0, 0, 1, 0], [0, 1, 2, 3, 0, 0, 1, 0], 4 / 5],
  ['a map of the second class turned over', [0, 1, 2, 3, 1, 1, 0, 1], [0, 1, 2, 3, 0, 0, 1, 0], -1],
  ['a map where nothing should be', [0, 1, 2, 3, 0, 0, 0, 1], [0, 1, 2, 3, 0, 0, 0, 0], 0],
  ['rounding where nothing should be', [0, 1, 2, 3, 0, 0, 0, 0.02], [0, 1, 2, 3, 0, 0, 0, 0], 1],
  ['nothing on both', [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0], 1],
] as const

for (const [name, got, wanted, r] of maps) {
  test(`${name}: r is ${r}`, () => {
    const found = compare(got, wanted)
    assert.ok(Math.abs(found - r) < 1e-6, `${found}`)
  })
}

test('the worst of all probabilities counts', () => {
  const outputs = { probabilities: { dims: [1, 3], data: floats(0.5, 0.25, 0.25) } }
  const film = { k: 0, outputs: { probabilities: floats(0.5, 0.375, 0.125) } }
  assert.deepEqual(agreement(outputs, film, 1), { probability: 0.125, correlation: 1 })
})

test('an output that is missing or of another length disagrees wholly', () => {
  const film = { k: 0, outputs: { probabilities: floats(0.5, 0.5), gradcam: floats(0, 1) } }
  const shorter = { probabilities: { dims: [1, 1], data: floats(0.5) } }
  assert.deepEqual(agreement(shorter, film, 1), { probability: 1, correlation: -1 })
})

test('of a large output only the rows and columns that are stored are compared', () => {
  // 3 x 3 of which the corners are kept.
  const outputs = { lungs: { dims: [1, 1, 3, 3], data: floats(1, 9, 0, 9, 9, 9, 0, 9, 1) } }
  const film = { k: 0, outputs: { lungs: floats(1, 0, 0, 1) } }
  assert.equal(agreement(outputs, film, 2).probability, 0)
})
