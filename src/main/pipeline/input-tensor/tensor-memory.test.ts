import assert from 'node:assert/strict'
import { test } from 'node:test'
import { giveTensorBack, takeTensor } from './tensor-memory.ts'

test('a tensor that was given back serves the next of its length, once', () => {
  const tensor = takeTensor(12)
  giveTensorBack(tensor)
  assert.notEqual(takeTensor(13), tensor)
  assert.equal(takeTensor(12), tensor)
  assert.notEqual(takeTensor(12), tensor)
})

test('no more is kept than two tensors', () => {
  const all = [20, 21, 22].map(takeTensor)
  for (const tensor of all) giveTensorBack(tensor)
  assert.deepEqual(
    all.map((tensor) => takeTensor(tensor.length) === tensor),
    [false, true, true],
  )
})
