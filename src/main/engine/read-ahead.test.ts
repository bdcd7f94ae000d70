import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { read } from '../pipeline/read.ts'
import { createReadAhead } from './read-ahead.ts'

const here = fileURLToPath(import.meta.url)

function counting() {
  const asked: string[] = []
  const ahead = createReadAhead((path) => {
    asked.push(path)
    return read(path)
  })
  return { ahead, asked }
}

test('an expected file is read once, and again when it is asked for again', async () => {
  const { ahead, asked } = counting()
  ahead.expect(here)
  assert.equal((await ahead.read(here)).name, 'read-ahead.test.ts')
  assert.deepEqual(asked, [here])
  await ahead.read(here)
  assert.deepEqual(asked, [here, here])
})

test('another file than the expected one is read as it is asked for', async () => {
  const { ahead } = counting()
  ahead.expect(`${here}.gone`)
  assert.equal((await ahead.read(here)).name, 'read-ahead.test.ts')
})

test('an expected file that is gone is an error only for who reads it', async () => {
  const { ahead } = counting()
  ahead.expect(`${here}.gone`)
  await new Promise((resolve) => setTimeout(resolve, 20))
  await assert.rejects(ahead.read(`${here}.gone`), { code: 'READ_NOT_FOUND' })
})
