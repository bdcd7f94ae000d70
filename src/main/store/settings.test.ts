import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { SettingsFile } from './settings.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hilum-settings-'))
})
after(() => rm(folder, { recursive: true }))

test('without a file the provider is left to Hilum', () => {
  assert.deepEqual(new SettingsFile(join(folder, 'nowhere')).read(), { provider: 'auto' })
})

test('a file that can not be read gives the defaults', async () => {
  const where = join(folder, 'unreadable')
  await mkdir(join(where, 'settings.json'), { recursive: true })
  assert.deepEqual(new SettingsFile(where).read(), { provider: 'auto' })
})

test('a choice is found again, and nothing is left beside it', async () => {
  const where = join(folder, 'new')
  new SettingsFile(where).change({ provider: 'cpu' })
  assert.deepEqual(new SettingsFile(where).read(), { provider: 'cpu' })
  assert.deepEqual(await readdir(where), ['settings.json'])
})

for (const [name, text] of [
  ['cut off', '{'],
  ['of another version', '{"schema":"hilum/settings@2","provider":"cpu"}'],
  ['with an unknown provider', '{"schema":"hilum/settings@1","provider":"abacus"}'],
] as const) {
  test(`a file ${name} gives the defaults`, async () => {
    await writeFile(join(folder, 'settings.json'), text)
    assert.deepEqual(new SettingsFile(folder).read(), { provider: 'auto' })
  })
}
