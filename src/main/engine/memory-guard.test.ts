import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'

const guard = fileURLToPath(new URL('./memory-guard.ts', import.meta.url))

/** A process with a limit of 300 MB that takes so much, touches it, and then keeps its thread for a while. */
function run(megabytes: number) {
  const script = `
    const { guardMemory } = await import(${JSON.stringify(guard)})
    guardMemory(300 * 2 ** 20)
    const held = Buffer.alloc(${megabytes} * 2 ** 20, 1)
    const until = Date.now() + 1500
    while (Date.now() < until) held[0]++
    console.log('done')`
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' })
}

test('a process beyond its limit is ended although its thread never yields', () => {
  const { signal, stdout } = run(500)
  assert.deepEqual([signal, stdout], ['SIGKILL', ''])
})

test('a process within its limit is left alone, and the guard does not keep it alive', () => {
  const { status, stdout } = run(50)
  assert.deepEqual([status, stdout.trim()], [0, 'done'])
})
