import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { cardFixture } from '../../shared/card.fixture.ts'
import type { HilumError } from '../../shared/errors.ts'
import type { EngineState } from '../../shared/window-data.ts'
import { Engine } from '../engine/client.ts'
import { DroppedProviders } from '../engine/dropped-providers.ts'
import type { EngineProcess } from '../engine/engine-process.ts'
import type { Call, LoadInput } from '../engine/protocol.ts'
import { goldenHash } from '../packs/golden-hash.ts'
import { readPack } from '../packs/pack.ts'
import type { Machine } from '../providers/machine.ts'
import { VerdictFile } from '../providers/verdict-file.ts'
import { ChosenModel } from './chosen-model.ts'

const CPU_ALONE: Machine = {
  order: ['cpu'],
  runtime: '1.30.0',
  obstacle: () => undefined,
  driver: () => 'driver 1',
}
const GPU: Machine = { ...CPU_ALONE, order: ['cuda', 'cpu'] }

const DAMAGED = { ok: false, code: 'PACK_HASH_MISMATCH', message: 'Install the model again.' }

let root: string
let loaded: string[]
let said: string[]
let states: EngineState[]
let failed: unknown[]
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hilum-chosen-'))
  loaded = []
  said = []
  states = []
  failed = []
  for (const id of ['one', 'two', 'damaged']) {
    await mkdir(join(root, 'models', id), { recursive: true })
    const card = cardFixture({ id, gate: { lungs: false } })
    await writeFile(join(root, 'models', id, 'card.json'), JSON.stringify(card))
  }
})
afterEach(() => rm(root, { recursive: true }))

/** A process that loads any model but “damaged”, and never ends a trial. */
function start(): EngineProcess {
  let reply: (message: unknown) => void = () => undefined
  return {
    post: (message) => {
      const { id, method, input } = message as Call
      if (method !== 'load') return
      const model = (input as LoadInput).pack.card.id
      loaded.push(model)
      const { provider, reason } = input as LoadInput
      const answer = model === 'damaged' ? DAMAGED : { ok: true, value: { provider, reason } }
      setImmediate(() => reply({ id, ...answer }))
    },
    onMessage: (listener) => (reply = listener),
    onExit: () => undefined,
    kill: () => undefined,
  }
}

function chosenModel(machine = CPU_ALONE, trials = start) {
  return new ChosenModel({
    engine: new Engine({ start, onState: (state) => states.push(state) }),
    start: trials,
    dropped: new DroppedProviders(),
    folders: [join(root, 'models')],
    threads: 1,
    dataFolder: join(root, 'data'),
    machine,
    provider: () => 'cpu',
    say: ({ code }: HilumError) => void said.push(code),
    fail: (error) => void failed.push(error),
  })
}

test('what the engine has in the end is the model that results are kept for, whatever is asked for meanwhile', async () => {
  const model = chosenModel()
  await model.choose('one')
  const exchange = model.choose('two')
  const move = model.chooseProvider('cpu')
  assert.equal((await model.whenThere())?.pack.card.id, 'two')
  await Promise.all([exchange, move])
  assert.deepEqual(loaded, ['one', 'two', 'two'])
  assert.deepEqual([model.card?.id, failed], ['two', []])
})

test('a model that is not there leaves the one before it', async () => {
  const model = chosenModel()
  await model.choose('one')
  await assert.rejects(model.choose('three'), { code: 'PACK_NOT_FOUND' })
  assert.equal((await model.whenThere())?.pack.card.id, 'one')
})

test('a model that can not be loaded leaves the engine with the one before it', async () => {
  const model = chosenModel()
  await model.choose('one')
  await assert.rejects(model.choose('damaged'), { code: 'PACK_HASH_MISMATCH' })
  assert.equal((await model.whenThere())?.pack.card.id, 'one')
  assert.deepEqual([loaded, failed], [['one', 'damaged', 'one'], []])
  assert.equal(states.at(-1)?.status, 'ready')
})

test('where no model was there before it, none is loaded in its place', async () => {
  const model = chosenModel()
  await assert.rejects(model.choose('damaged'), { code: 'PACK_HASH_MISMATCH' })
  assert.deepEqual([await model.whenThere(), loaded], [undefined, ['damaged']])
})

test('a choice of provider that can not be written holds, and says so', async () => {
  await mkdir(join(root, 'data', 'settings.json.new'), { recursive: true })
  const model = chosenModel()
  await model.choose('one')
  await model.chooseProvider('cpu')
  assert.deepEqual([model.providerChoice, loaded], ['cpu', ['one', 'one']])
  assert.deepEqual([said, failed], [['WRITE_FAILED'], []])
})

test('a CPU that is known to give wrong figures is used, and the window says so', async () => {
  await writeFile(join(root, 'models', 'one', 'golden.json'), '{}')
  const pack = await readPack(join(root, 'models', 'one'))
  new VerdictFile(join(root, 'data')).keep({
    ...{ provider: 'cpu', model: pack.card.sha256, golden: (await goldenHash(pack.folder))! },
    ...{ runtime: CPU_ALONE.runtime, driver: 'driver 1', at: new Date().toISOString() },
    ...{ outcome: 'disagrees', reason: 'Others.', worst: null, share: null, milliseconds: null },
  })
  const model = chosenModel()
  await model.choose('two')
  assert.deepEqual(said, [])
  await model.choose('one')
  assert.deepEqual([loaded, said], [['two', 'one'], ['PROVIDER_UNFIT']])
})

test('a trial that another model ends is no news to the reader', async () => {
  const model = chosenModel(GPU)
  await model.choose('one')
  await model.choose('two')
  model.close()
  await new Promise(setImmediate)
  assert.deepEqual([loaded, said, failed], [['one', 'two'], [], []])
})

/** A process whose trials end without one, late enough for the model to be loaded meanwhile. */
function diesLate(): EngineProcess {
  let exit: () => void = () => undefined
  return {
    post: () => void setTimeout(() => exit(), 500),
    onMessage: () => undefined,
    onExit: (listener) => (exit = listener),
    kill: () => undefined,
  }
}

test('the reader is told that other providers are being tried, and then what came of it', async () => {
  await writeFile(join(root, 'models', 'one', 'golden.json'), '{}')
  const model = chosenModel(GPU, diesLate)
  await model.choose('one')
  const reasons = () => states.map(({ reason }) => reason)
  assert.deepEqual(reasons(), ['', 'Until another provider has been tried, the CPU scores.'])
  await new Promise((resolve) => setTimeout(resolve, 600))
  assert.equal(reasons().at(-1), 'CUDA, crashed: CUDA ended the process that tried it.')
  assert.deepEqual([loaded, said, failed], [['one'], [], []])
})

test('a wish that can not be met is the reason for the CPU', async () => {
  const model = chosenModel({ ...GPU, obstacle: () => 'No driver is loaded.' })
  await model.choose('one')
  await model.chooseProvider('cuda')
  assert.deepEqual(said, ['PROVIDER_UNFIT'])
  assert.match(states.at(-1)!.reason, /^CUDA can’t be used: No driver is loaded\./)
})
