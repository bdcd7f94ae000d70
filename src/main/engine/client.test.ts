import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EngineState } from '../../shared/window-data.ts'
import { Engine } from './client.ts'
import type { EngineProcess } from './engine-process.ts'
import type { Call } from './protocol.ts'

/** A process that does as told: `answer` gives the reply's value, 'die' or 'hang'. */
function fakeStart(answer: (call: Call, life: number) => unknown) {
  const log: string[] = []
  let lives = 0
  const start = (): EngineProcess => {
    const life = ++lives
    let exit = () => {}
    let reply: (message: unknown) => void = () => {}
    return {
      post: (message) => {
        const call = message as Call
        log.push(`${life}:${call.method}`)
        const value = answer(call, life)
        if (value === 'die') setImmediate(() => exit())
        else if (value !== 'hang') setImmediate(() => reply({ id: call.id, ok: true, value }))
      },
      onMessage: (listener) => (reply = listener),
      onExit: (listener) => (exit = listener),
      kill: () => log.push(`${life}:killed`),
    }
  }
  return { start, log }
}

const source = { path: 'a.png', frame: 0 }

test('a film that kills the process once is scored by the next one, which loads the model first', async () => {
  const { start, log } = fakeStart(({ method }, life) => {
    if (method === 'load') return { provider: 'cpu' }
    return life === 1 ? 'die' : 'scored'
  })
  const engine = new Engine({ start })
  await engine.useModel({ folder: 'm', threads: 1 })
  assert.equal(await engine.call('analyse', source, 'a.png'), 'scored')
  assert.deepEqual(log, ['1:load', '1:analyse', '2:load', '2:analyse'])
})

test('a film that kills the process twice is given up by name, and the next film is scored', async () => {
  const { start } = fakeStart(({ input }) => ('path' in input && input.path === 'bad.png' ? 'die' : 'scored'))
  const engine = new Engine({ start })
  const bad = engine.call('analyse', { path: 'bad.png', frame: 0 }, 'bad.png')
  const good = engine.call('analyse', source, 'a.png')
  await assert.rejects(bad, { code: 'ENGINE_DIED', message: /^bad\.png ended the analysis process twice/ })
  assert.equal(await good, 'scored')
})

test('a film that hangs is ended at the limit without a second try, and the next film is scored', async () => {
  const { start, log } = fakeStart(({ input }) =>
    'path' in input && input.path === 'slow.png' ? 'hang' : 'scored',
  )
  const engine = new Engine({ start, limitMs: 30 })
  const slow = engine.call('analyse', { path: 'slow.png', frame: 0 }, 'slow.png')
  const good = engine.call('analyse', source, 'a.png')
  await assert.rejects(slow, { code: 'ENGINE_TIMEOUT', message: /^slow\.png took longer than/ })
  assert.equal(await good, 'scored')
  assert.deepEqual(log, ['1:analyse', '1:killed', '2:analyse'])
})

test('a model that kills every process it is loaded in is not loaded for ever', async () => {
  const { start, log } = fakeStart(({ method }) => (method === 'load' ? 'die' : 'shown'))
  const states: EngineState['status'][] = []
  const engine = new Engine({ start, onState: ({ status }) => states.push(status) })
  await assert.rejects(engine.useModel({ folder: 'm', threads: 1 }), { code: 'ENGINE_DIED' })
  assert.equal(await engine.call('open', source, 'a.png'), 'shown')
  assert.deepEqual(log, ['1:load', '2:load', '3:open'])
  assert.equal(states.includes('failed'), true)
})

test('closing rejects what is left as cancelled', async () => {
  const { start } = fakeStart(() => 'hang')
  const engine = new Engine({ start })
  const left = [engine.call('open', source, 'a.png'), engine.call('open', source, 'b.png')]
  engine.close()
  for (const call of left) await assert.rejects(call, { code: 'CANCELLED' })
})
