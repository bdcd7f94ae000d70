import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { latestOnly } from './latest-only.ts'

describe('doing only the latest', () => {
  test('what is asked for while one runs is skipped, but for the last', async () => {
    const done: number[] = []
    const gate = Promise.withResolvers<void>()
    const ask = latestOnly(async (item: number) => {
      await gate.promise
      done.push(item)
    })
    const all = [1, 2, 3, 4].map(ask)
    gate.resolve()
    await Promise.all(all)
    assert.deepEqual(done, [1, 4])
  })

  test('one after another, all are done', async () => {
    const done: number[] = []
    const ask = latestOnly(async (item: number) => {
      done.push(item)
      await Promise.resolve()
    })
    for (const item of [1, 2, 3]) await ask(item)
    assert.deepEqual(done, [1, 2, 3])
  })

  test('a failure reaches who asked and does not stop the next', async () => {
    const ask = latestOnly(async (item: number) => {
      await Promise.resolve()
      if (item === 1) throw new Error('one')
    })
    await assert.rejects(ask(1), /one/)
    await ask(2)
  })
})
