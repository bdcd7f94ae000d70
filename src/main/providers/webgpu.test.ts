// WebGPU for real, on the software Vulkan driver that Chromium brings, where Chromium is installed.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { trialSchema } from './verdict.ts'
import { goldenPack } from './golden-pack.fixture.ts'

const CHROMIUM = '/usr/lib/chromium'
const DRIVER = join(CHROMIUM, 'vk_swiftshader_icd.json')

const program = (folder: string) => `
  const { tryProvider } = await import(${JSON.stringify(new URL('./try-provider.ts', import.meta.url).href)})
  const { readPack } = await import(${JSON.stringify(new URL('../packs/pack.ts', import.meta.url).href)})
  const pack = await readPack(${JSON.stringify(join(folder, 'tiny'))})
  console.log(JSON.stringify(await tryProvider(pack, 'webgpu', { threads: 1, folder: ${JSON.stringify(folder)} })))`

test('WebGPU on a software driver gives the stored figures and runs every node itself', async (t) => {
  if (!existsSync(DRIVER) || !existsSync(join(CHROMIUM, 'libvulkan.so.1')))
    return t.skip('needs the Vulkan loader and driver of Chromium')
  const folder = mkdtempSync(join(tmpdir(), 'hilum-webgpu-'))
  await goldenPack(join(folder, 'tiny'))
  // The dynamic linker reads its variable when a process starts.
  const env = { ...process.env, LD_LIBRARY_PATH: CHROMIUM, VK_ICD_FILENAMES: DRIVER }
  const args = ['--input-type=module', '--eval', program(folder)]
  const { stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8', timeout: 120_000 })
  rmSync(folder, { recursive: true })
  const trial = trialSchema.parse(JSON.parse(stdout))
  if (trial.reason.includes('No supported adapters')) return t.skip('needs a WebGPU that finds its driver')
  assert.deepEqual([trial.outcome, trial.share], ['accepted', 1], `${trial.reason} ${stderr}`)
})
