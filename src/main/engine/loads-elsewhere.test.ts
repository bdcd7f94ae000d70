import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPack } from '../packs/pack.ts'
import { places } from '../places.ts'
import type { EngineProcess } from './engine-process.ts'
import { loadsElsewhere } from './loads-elsewhere.ts'
import { startNodeProcess } from './node-process.ts'

const start = () => startNodeProcess(places.worker)
const tiny = await readPack(fileURLToPath(new URL('../packs/fixtures/tiny', import.meta.url)))

test('a sound pack loads', async () => {
  await loadsElsewhere(tiny, start)
})

test('a folder without a model is told with its own code', async () => {
  const bare = { ...tiny, folder: dirname(tiny.folder) }
  await assert.rejects(loadsElsewhere(bare, start), { code: 'PACK_MODEL_MISSING' })
})

test('a model that ends the process that loads it is told as damaged', async () => {
  const dying = (): EngineProcess => ({
    post: () => undefined,
    onMessage: () => undefined,
    onExit: (listener) => void setImmediate(() => listener()),
    kill: () => undefined,
  })
  await assert.rejects(loadsElsewhere(tiny, dying), {
    code: 'PACK_MODEL_DAMAGED',
    message: /ended/,
  })
})
