// A provider that was proven, and whose driver is broken by now: real but for the verdict and the driver's files.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { goldenHash } from '../packs/golden-hash.ts'
import { readPack } from '../packs/pack.ts'
import { thisMachine } from '../providers/machine.ts'
import { VerdictFile } from '../providers/verdict-file.ts'
import { FIXTURE_MODELS, paintFilm } from './hilum-run.fixture.ts'

const onLinux = process.platform === 'linux'

test('films are scored on the CPU, and the reader is told once', { skip: !onLinux }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hilum-broken-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const manifest = join(folder, 'driver.json')
  const library_path = join(folder, 'gone.so')
  writeFileSync(manifest, JSON.stringify({ file_format_version: '1.0.0', ICD: { library_path } }))
  writeFileSync(join(folder, 'libvulkan.so.1'), '')
  process.env['VK_DRIVER_FILES'] = manifest
  const { runtime, driver } = thisMachine()
  const tiny = join(FIXTURE_MODELS, 'tiny')
  const model = (await readPack(tiny)).card.sha256
  const golden = (await goldenHash(tiny))!
  new VerdictFile(folder).keep({
    ...{ provider: 'webgpu', model, golden, runtime, driver: driver('webgpu') },
    ...{ at: new Date().toISOString(), outcome: 'accepted', reason: 'As stored.', worst: null, share: 1 },
    milliseconds: { provider: 1, cpu: 5 },
  })
  const films = await Promise.all(
    ['a.png', 'b.png', 'c.png', 'd.png'].map((name) => paintFilm(join(folder, name), 'bright')),
  )
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [main, 'score', '--model', 'tiny', '--provider', 'webgpu', '--json', '-', ...films],
    {
      encoding: 'utf8',
      env: { ...process.env, HILUM_DATA: folder, HILUM_MODELS: FIXTURE_MODELS, LD_LIBRARY_PATH: folder },
    },
  )
  assert.equal(status, 0, stderr)
  const { provider, providerReason } = JSON.parse(stdout) as { provider: string; providerReason: string }
  assert.equal(provider, 'cpu')
  assert.match(providerReason, /“webgpu”.* Films are scored on the CPU instead/)
  const told = stderr.match(/^ENGINE_PROVIDER_DROPPED: .*“webgpu”.* Films are scored on the CPU instead/gm)
  assert.equal(told?.length, 1, stderr)
})
