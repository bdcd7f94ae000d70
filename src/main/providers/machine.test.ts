import assert from 'node:assert/strict'
import { test } from 'node:test'
import { preference, type System } from './machine.ts'

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
