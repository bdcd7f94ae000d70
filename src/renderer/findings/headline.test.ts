import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headline } from './headline.ts'

const figure = { name: 'AUC', value: 0.8149, low: 0.77, high: 0.8551, films: 900, split: 'unseen hospitals' }

test('the first figure of a card stands with its interval and what it was measured on', () => {
  const figures = [figure, { ...figure, name: 'accuracy' }]
  assert.equal(headline({ figures }), 'AUC 0.81 (0.77 to 0.86), unseen hospitals')
})

test('a model without figures says so', () => {
  assert.equal(headline({ figures: [] }), 'How well it does was not measured.')
})
