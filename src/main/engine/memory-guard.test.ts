import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { places } from '../places.ts'
import { Engine } from './client.ts'
import { ranOutOfMemory } from './last-words.ts'
import { STARTER_WATCHES, watchMemory } from './memory-guard.ts'
import { startNodeProcess } from './node-process.ts'

const guard = fileURLToPath(new URL('./memory-guard.ts', import.meta.url))
const LIMIT = 300 * 2 ** 20

const byItself = `
  const { guardMemory } = await import(${JSON.stringify(guard)})
  guardMemory(${LIMIT})`

/** A process that takes so much, touches it, and then keeps its thread for a while. */
function start(megabytes: number, before: string) {
  const script = `${before}
    const held = Buffer.alloc(${megabytes} * 2 ** 20, 1)
    const until = Date.now() + 1500
    while (Date.now() < until) held[0]++
    console.log('done')`
  return spawn(process.execPath, ['--input-type=module', '--eval', script])
}

async function endOf(child: ReturnType<typeof start>) {
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return [child.exitCode, child.signalCode, said.trim()]
}

const watched = (megabytes: number) => {
  const child = start(megabytes, '')
  watchMemory(child.pid!, () => child.kill('SIGKILL'), LIMIT)
  return endOf(child)
}

const ended = [null, 'SIGKILL', '']
const leftAlone = [0, null, 'done']

test('a process beyond its limit is ended although its thread never yields, and its last words say why', async () => {
  const child = start(500, byItself)
  const words = text(child.stderr)
  assert.deepEqual(await endOf(child), ended)
  assert.equal(ranOutOfMemory(await words), true)
})

test('a process within its limit is left alone, and the guard does not keep it alive', async () => {
  assert.deepEqual(await endOf(start(50, byItself)), leftAlone)
})

test('on Linux its starter ends it', { skip: !STARTER_WATCHES }, async () => {
  assert.deepEqual(await watched(500), ended)
})

test('on Linux its starter leaves it alone within its limit', { skip: !STARTER_WATCHES }, async () => {
  assert.deepEqual(await watched(50), leftAlone)
})

test(
  'a film for which its starter ends the process is told to need too much memory',
  { skip: !STARTER_WATCHES },
  async (t) => {
    // Less than any process has that runs.
    const engine = new Engine({ start: () => startNodeProcess(places.worker, 2 ** 20) })
    t.after(() => engine.close())
    const film = { path: join(places.samples, 'chest-1-clear.dcm'), frame: 0 }
    await assert.rejects(engine.call('open', film, 'chest-1-clear.dcm'), {
      code: 'ENGINE_DIED',
      message: /^chest-1-clear\.dcm ended the analysis process twice, which ran out of memory,/,
    })
  },
)
