import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { places } from '../places.ts'
import type { EngineProcess } from './engine-process.ts'
import { loadsElsewhere } from './loads-elsewhere.ts'
import { startNodeProcess } from './node-process.ts'

const start = () => startNodeProcess(places.worker)
const fixtures = fileURLToPath(new URL('../packs/fixtures', import.meta.url))

test('a sound pack loads', async () => {
  await loadsElsewhere(`${fixtures}/tiny`, start)
})

test('a folder without a model is told with its own code', async () => {
  await assert.rejects(loadsElsewhere(fixtures, start), { code: 'PACK_CARD_INVALID' })
})

test('a model that ends the process that loads it is told as damaged', async () => {
  const dying = (): EngineProcess => ({
    post: () => undefined,
    onMessage: () => undefined,
    onExit: (listener) => void setImmediate(() => listener()),
    kill: () => undefined,
  })
  await assert.rejects(loadsElsewhere(`${fixtures}/tiny`, dying), {
    code: 'PACK_MODEL_DAMAGED',
    message: /ended/,
  })
})
