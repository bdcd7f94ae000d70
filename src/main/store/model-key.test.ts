import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modelKey } from './model-key.ts'

const model = { id: 'one', version: '1.0.0', sha256: 'a' }

test('a model is another with another graph, and with another card to the same graph', () => {
  const others = [
    { ...model, id: 'two' },
    { ...model, version: '1.0.1' },
    { ...model, sha256: 'b' },
  ]
  assert.equal(new Set([model, { ...model }, ...others].map(modelKey)).size, 4)
})
