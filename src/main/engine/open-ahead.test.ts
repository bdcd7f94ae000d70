import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openFilm, type FrameSource } from '../pipeline/analyse.ts'
import { places } from '../places.ts'
import { createOpenAhead } from './open-ahead.ts'

const jpeg = { path: `${places.samples}/chest-4-nodule.jpg`, frame: 0, enoughPixels: 100 }

function counting() {
  const asked: string[] = []
  const ahead = createOpenAhead((source: FrameSource) => {
    asked.push(source.path)
    return openFilm(source)
  })
  return { ahead, asked }
}

test('an expected film is opened once, and again when it is asked for again', async () => {
  const { ahead, asked } = counting()
  ahead.expect({ ...jpeg })
  assert.equal((await ahead.open(jpeg)).file.name, 'chest-4-nodule.jpg')
  assert.deepEqual(asked, [jpeg.path])
  await ahead.open(jpeg)
  assert.deepEqual(asked, [jpeg.path, jpeg.path])
})

test('another frame than the expected one is opened as it is asked for', async () => {
  const { ahead } = counting()
  ahead.expect(jpeg)
  await assert.rejects(ahead.open({ ...jpeg, frame: 7 }), { code: 'DECODE_NO_SUCH_FRAME' })
})

test('an expected film that is damaged is an error only for who asks for it', async () => {
  const damaged = { path: `${places.samples}/README.md`, frame: 0, enoughPixels: 100 }
  const { ahead, asked } = counting()
  ahead.expect(damaged)
  await new Promise((resolve) => setTimeout(resolve, 20))
  await assert.rejects(ahead.open(damaged), { code: 'DECODE_NOT_AN_IMAGE' })
  assert.deepEqual(asked, [damaged.path])
})

test('a film that was expected without its hash is opened again for who wants it', async () => {
  const { ahead, asked } = counting()
  ahead.expect({ ...jpeg, hashed: false })
  await ahead.open({ ...jpeg, hashed: true })
  assert.equal(asked.length, 2)
})
