import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardSchema, type Card, type FeatureGate } from '../../../shared/card.ts'
import { cardFixture } from '../../../shared/card.fixture.ts'
import { interpret } from '../interpret.ts'
import { featureDistance, likenessOf, likenessWarning } from './likeness.ts'

// Four features, so a sum of 4 is a distance of 1.
const diagonal: FeatureGate = {
  mean: [1, 0, 0, -1],
  precision: [1, 4, 0.25, 1],
  directions: [],
  weights: [],
  limit: 1,
  within: 0.99,
}
// Eigenvalue 4 along (0.6, 0.8, 0, 0), noise 1 elsewhere: 1 / 4 - 1 / 1 = -0.75.
const lowRank: FeatureGate = {
  ...diagonal,
  mean: [0, 0, 0, 0],
  precision: [1, 1, 1, 1],
  directions: [[0.6, 0.8, 0, 0]],
  weights: [-0.75],
}

const distances = [
  ['the mean itself', diagonal, [1, 0, 0, -1], 0],
  ['two deviations in one feature', diagonal, [3, 0, 0, -1], 1],
  // 1 * 4 + 4 * 4 + 0.25 * 64 + 0 = 36, of which a quarter is 9.
  ['several features', diagonal, [3, 2, -8, -1], 3],
  // (6, 8) lies 10 along the axis: 100 - 75 = 25, a quarter is 6.25.
  ['along the axis of the largest spread', lowRank, [6, 8, 0, 0], 2.5],
  // (-8, 6) is square to it: 100.
  ['across it', lowRank, [-8, 6, 0, 0], 5],
  ['beside it', lowRank, [0, 0, 2, 0], 1],
] as const

for (const [name, gate, features, expected] of distances) {
  test(`${name} is at ${expected}`, () => {
    assert.ok(Math.abs(featureDistance(Float32Array.from(features), gate) - expected) < 1e-6)
  })
}

const card = cardFixture({ gate: { features: diagonal } })

test('a film at the limit is called, one beyond it is indeterminate and says so', () => {
  const scores = { probabilities: Float32Array.of(0.9, 0.1) }
  const [at, beyond] = [Float32Array.of(3, 0, 0, -1), Float32Array.of(3.5, 0, 0, -1)].map((features) =>
    likenessOf(features, card),
  )
  assert.deepEqual(
    [at, beyond],
    [
      { distance: 1, limit: 1 },
      { distance: 1.25, limit: 1 },
    ],
  )
  assert.deepEqual([interpret(scores, card, at!).band, likenessWarning(at!)], ['positive', []])
  const doubtful = interpret(scores, card, beyond!)
  assert.deepEqual(
    [doubtful.band, doubtful.label, ...doubtful.findings.map(({ band }) => band)],
    ['indeterminate', 'COVID-19', 'indeterminate', 'indeterminate'],
  )
  assert.equal(doubtful.findings[0]!.probability, Math.fround(0.9))
  assert.deepEqual(
    likenessWarning(beyond!).map(({ code, message }) => [code, /distance 1\.25, limit 1\.00/.test(message)]),
    [['GATE_UNLIKE_TRAINING', true]],
  )
})

test('without features, or without a gate for them, nothing is told', () => {
  assert.equal(likenessOf(null, card), null)
  assert.equal(likenessOf(Float32Array.of(1), cardFixture()), null)
})

const faults: readonly (readonly [string, Partial<Card>, RegExp])[] = [
  ['without the output', { gate: { features: diagonal } }, /not among the outputs/],
  ['with too short a precision', withGate({ precision: [1] }), /differ in length/],
  ['with too short a direction', withGate({ directions: [[1]], weights: [1] }), /as long as the mean/],
  ['without a weight', withGate({ directions: [[1, 0, 0, 0]] }), /one weight/],
]

function withGate(changes: Partial<FeatureGate>): Partial<Card> {
  return { outputs: ['probabilities', 'features'], gate: { features: { ...diagonal, ...changes } } }
}

test('a whole gate is taken', () => {
  assert.ok(cardSchema.safeParse(cardFixture(withGate({}))).success)
})

for (const [name, changes, message] of faults) {
  test(`a gate ${name} is refused`, () => {
    assert.match(cardSchema.safeParse(cardFixture(changes)).error!.message, message)
  })
}
