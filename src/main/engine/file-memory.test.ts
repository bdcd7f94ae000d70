import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFileMemory } from './file-memory.ts'

const MB = 2 ** 20

test('memory that was given back serves a file of nearly its size, once', () => {
  const memory = createFileMemory()
  const bytes = memory.take(10 * MB)
  memory.giveBack(bytes)
  assert.equal(memory.take(9 * MB), bytes)
  assert.notEqual(memory.take(9 * MB), bytes)
})

// size that was given back, size that is asked for
const unfit = [
  [10 * MB, 10 * MB + 1],
  [10 * MB, 7 * MB],
  [MB / 16, MB / 16],
  [65 * MB, 65 * MB],
] as const
for (const [given, asked] of unfit) {
  test(`memory of ${given} bytes does not serve a file of ${asked}`, () => {
    const memory = createFileMemory()
    const bytes = memory.take(given)
    memory.giveBack(bytes)
    const taken = memory.take(asked)
    assert.notEqual(taken, bytes)
    assert.equal(taken.length, asked)
  })
}

test('no more is kept than three files take', () => {
  const memory = createFileMemory()
  const all = [0, 1, 2, 3].map(() => memory.take(2 * MB))
  for (const bytes of all) memory.giveBack(bytes)
  const again = new Set([0, 1, 2, 3].map(() => memory.take(2 * MB)))
  assert.deepEqual(
    all.map((bytes) => again.has(bytes)),
    [false, true, true, true],
  )
})
