import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { serve } from './serve.ts'

let parent: string
let answer: ReturnType<typeof serve>
before(async () => {
  parent = await mkdtemp(join(tmpdir(), 'hilum-serve-'))
  await mkdir(join(parent, 'renderer'))
  await writeFile(join(parent, 'renderer', 'index.html'), '<!doctype html>')
  await writeFile(join(parent, 'secret.html'), 'secret')
  const pixels = Uint16Array.of(1, 65535)
  const uncovered = Uint16Array.of(7)
  answer = serve(join(parent, 'renderer'), ({ id, frame, shutters, plane }) => {
    if (id !== 'film-1' || frame !== 2 || plane !== 'grey') return undefined
    return shutters === 'on' ? pixels : uncovered
  })
})
after(() => rm(parent, { recursive: true }))

test('the page comes with a policy that allows neither inline nor evaluated script', async () => {
  const response = await answer({ url: 'app://hilum/index.html' })
  const policy = response.headers.get('content-security-policy') ?? ''
  assert.equal(response.status, 200)
  assert.match(policy, /default-src 'none'/)
  assert.doesNotMatch(policy, /unsafe|http/)
})

test('pixels come as they are stored, 16 bits little-endian', async () => {
  const response = await answer({ url: 'app://hilum/films/film-1/2/grey' })
  assert.deepEqual([...new Uint8Array(await response.arrayBuffer())], [1, 0, 255, 255])
})

test('pixels with the shutters off lie at a place of their own', async () => {
  const response = await answer({ url: 'app://hilum/films/film-1/2/shutters-off/grey' })
  assert.deepEqual([...new Uint8Array(await response.arrayBuffer())], [7, 0])
})

const missing = [
  'app://hilum/nothing.html',
  'app://hilum/../secret.html',
  'app://hilum/%2e%2e/secret.html',
  'app://hilum/..%2fsecret.html',
  'app://elsewhere/index.html',
  'app://hilum/films/film-1/3/grey',
  'app://hilum/films/film-1/2/colour',
  'app://hilum/films/../../2/grey',
]

for (const url of missing) {
  test(`${url} is not found`, async () => assert.equal((await answer({ url })).status, 404))
}
