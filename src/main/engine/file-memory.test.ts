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
  [10 * MB, 12 * MB],
  [10 * MB, 7 * MB],
  [MB / 128, MB / 128],
  // The pixels of a small film would be made anew if its file took their memory.
  [(3 * MB) / 8, MB / 16],
  [65 * MB, 65 * MB],
] as const
for (const [given, asked] of unfit) {
  test(`memory of ${given} bytes does not serve a file of ${asked}`, () => {
    const memory = createFileMemory()
    const bytes = memory.take(given)
    memory.giveBack(bytes)
    const taken = memory.take(asked)
    assert.notEqual(taken, bytes)
    assert.ok(taken.length >= asked)
  })
}

test('of what fits, the smallest is taken', () => {
  const memory = createFileMemory()
  const [large, small] = [memory.take(10.5 * MB), memory.take(10 * MB)]
  for (const bytes of [large, small]) memory.giveBack(bytes)
  assert.equal(memory.take(9 * MB), small)
})

// size that was given back, a little more that is asked for
const nearly = [
  [40_000, 60_000],
  [12_080_000, 13_060_000],
  [62 * MB, 64 * MB],
] as const
for (const [given, asked] of nearly) {
  test(`memory of ${given} bytes serves a file of ${asked}`, () => {
    const memory = createFileMemory()
    const bytes = memory.take(given)
    memory.giveBack(bytes)
    assert.equal(memory.take(asked), bytes)
  })
}

test('no more is kept than two films take', () => {
  const memory = createFileMemory()
  const all = Array.from({ length: 5 }, () => memory.take(2 * MB))
  for (const bytes of all) memory.giveBack(bytes)
  const again = new Set(Array.from({ length: 5 }, () => memory.take(2 * MB)))
  assert.deepEqual(
    all.map((bytes) => again.has(bytes)),
    [false, true, true, true, true],
  )
})

test('no more is kept than three of the largest films take', () => {
  const memory = createFileMemory()
  const all = Array.from({ length: 4 }, () => memory.take(60 * MB))
  for (const bytes of all) memory.giveBack(bytes)
  const again = new Set(Array.from({ length: 4 }, () => memory.take(60 * MB)))
  assert.deepEqual(
    all.map((bytes) => again.has(bytes)),
    [false, true, true, true],
  )
})
