import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import type { EngineProcess } from '../engine/engine-process.ts'
import type { Call } from '../engine/protocol.ts'
import { places } from '../places.ts'
import { Desk } from './desk.ts'

const fixtures = dirname(fileURLToPath(new URL('../packs/fixtures/tiny', import.meta.url)))

/** A process that loads any model, or one that ends at each call. */
const processThat = (fate: 'loads' | 'ends') => (): EngineProcess => {
  let reply: (message: unknown) => void = () => undefined
  let exit: () => void = () => undefined
  return {
    post: (message) => {
      const { id } = message as Call
      setImmediate(() => (fate === 'ends' ? exit() : reply({ id, ok: true, value: { provider: 'cpu' } })))
    },
    onMessage: (listener) => (reply = listener),
    onExit: (listener) => (exit = listener),
    kill: () => undefined,
  }
}

test('a list that can not be scored says why, and leaves the engine of the film on screen as it is', async (t) => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'hilum-desk-'))
  t.after(() => rm(dataFolder, { recursive: true }))
  const desk = new Desk({
    start: processThat('loads'),
    startInBackground: processThat('ends'),
    ownModels: join(dataFolder, 'models'),
    installedModels: fixtures,
    threads: 1,
    dataFolder,
    version: '0.0.0',
    runtime: 'none',
    tell: () => undefined,
  })
  await desk.loadDefaultModel()
  await desk.openPaths([join(places.samples, 'chest-4-nodule.jpg')])
  await desk.scoreAll()
  const { engine, opened } = desk.describe()
  assert.equal(engine.status, 'ready')
  assert.deepEqual(
    opened.flatMap(({ problems }) => problems.map(({ code }) => code)),
    ['ENGINE_DIED'],
  )
})
