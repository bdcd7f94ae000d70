import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Card } from '../../shared/card.ts'
import { cardFixture } from '../../shared/card.fixture.ts'
import { interpret } from './interpret.ts'

// COVID-19 is in doubt from 0.25 to 0.5, pneumonia from 0.5 to 0.625: binary fractions, exact in 32 bits.
const labels: Card['labels'] = [
  {
    id: 'COVID-19',
    name: 'C',
    finding: true,
    threshold: 0.375,
    indeterminate: [0.25, 0.5],
    sensitivity: null,
    specificity: null,
  },
  {
    id: 'Pneumonia',
    name: 'P',
    finding: true,
    threshold: 0.5,
    indeterminate: [0.5, 0.625],
    sensitivity: null,
    specificity: null,
  },
  {
    id: 'No finding',
    name: 'N',
    finding: false,
    threshold: 0.5,
    indeterminate: [0.5, 0.5],
    sensitivity: null,
    specificity: null,
  },
]

const cases = [
  // covid, pneumonia, none; label, band
  [0.125, 0.125, 0.75, 'No finding', 'negative'],
  [0.75, 0.125, 0.125, 'COVID-19', 'positive'],
  [0.5, 0, 0.5, 'COVID-19', 'positive'], // the upper edge of the band is called
  [0.25, 0, 0.75, 'COVID-19', 'indeterminate'], // its lower edge is in doubt, and no finding is not
  [0.2421875, 0, 0.7578125, 'No finding', 'negative'],
  [0.125, 0.5625, 0.3125, 'Pneumonia', 'indeterminate'],
  [0.375, 0.5625, 0.0625, 'Pneumonia', 'indeterminate'], // of two in doubt the likelier
  [0.4375, 0.46875, 0.09375, 'COVID-19', 'indeterminate'], // not the likelier, which is negative
  [0.5, 0.5625, 0, 'COVID-19', 'positive'], // not the likelier, which is in doubt
  [0.375, 0.625, 0, 'Pneumonia', 'positive'],
] as const

for (const [covid, pneumonia, none, label, band] of cases) {
  test(`${covid} / ${pneumonia} / ${none} is ${label}, ${band}`, () => {
    const outputs = { probabilities: Float32Array.of(covid, pneumonia, none) }
    const { label: named, band: called } = interpret(outputs, cardFixture({ labels }), null)
    assert.deepEqual([named, called], [label, band])
  })
}

test('the class that means nothing was found makes no film positive', () => {
  const { findings, band } = interpret(
    { probabilities: Float32Array.of(0, 0, 1) },
    cardFixture({ labels }),
    null,
  )
  assert.deepEqual([findings[2]?.band, band], ['positive', 'negative'])
})

test('of a film unlike all that is known the likeliest finding is named, for all are in doubt', () => {
  const outputs = { probabilities: Float32Array.of(0.0625, 0.125, 0.8125) }
  const { label, band } = interpret(outputs, cardFixture({ labels }), { distance: 2, limit: 1 })
  assert.deepEqual([label, band], ['Pneumonia', 'indeterminate'])
})

test('a softmax a hair above one is one', () => {
  const { findings } = interpret(
    { probabilities: Float32Array.of(0, 0, 1.0000001) },
    cardFixture({ labels }),
    null,
  )
  assert.equal(findings[2]?.probability, 1)
})
