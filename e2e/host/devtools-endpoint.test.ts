import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { devtoolsEndpoint } from './devtools-endpoint.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hilum-endpoint-'))
})
after(() => rm(folder, { recursive: true }))

test('a file that comes later, and half of it first, is waited for', async () => {
  const file = join(folder, 'later')
  const endpoint = devtoolsEndpoint(file)
  await writeFile(file, '4711\n')
  await writeFile(file, '4711\n/devtools/browser/a-b')
  assert.equal(await endpoint, 'ws://127.0.0.1:4711/devtools/browser/a-b')
})

test('a file that never comes is told by its name', async () => {
  await assert.rejects(devtoolsEndpoint(join(folder, 'never'), 0), /within 0 ms where it listens: .*never\.$/)
})
