import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { graphicsCards, preference, type System } from './machine.ts'

const orders: readonly (readonly [System, readonly string[]])[] = [
  ['linux/x64', ['cuda', 'webgpu', 'cpu']],
  // The package brings CUDA for x64 alone.
  ['linux/arm64', ['webgpu', 'cpu']],
  ['win32/x64', ['directml', 'webgpu', 'cpu']],
  ['win32/arm64', ['directml', 'webgpu', 'cpu']],
  ['darwin/arm64', ['coreml', 'webgpu', 'cpu']],
]

for (const [system, order] of orders) {
  test(`on ${system} ${order.join(', then ')} is tried`, () => {
    assert.deepEqual(preference(system), order)
  })
}

test('graphics cards are told by vendor and device, connectors and what is no PCI device left out', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'hilum-cards-'))
  t.after(() => rm(folder, { recursive: true }))
  const cards = [
    ['card1', '0x8086', '0x4680'],
    ['card0', '0x10de', '0x2330'],
    ['card0-HDMI-A-1', '0x10de', '0x2330'],
  ] as const
  for (const [name, vendor, device] of cards) {
    await mkdir(join(folder, name, 'device'), { recursive: true })
    await writeFile(join(folder, name, 'device', 'vendor'), `${vendor}\n`)
    await writeFile(join(folder, name, 'device', 'device'), `${device}\n`)
  }
  await mkdir(join(folder, 'card2', 'device'), { recursive: true })
  assert.deepEqual(graphicsCards(folder), ['0x10de:0x2330', '0x8086:0x4680'])
  assert.deepEqual(graphicsCards(join(folder, 'nowhere')), [])
})
