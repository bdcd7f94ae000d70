// A provider that gives out in one engine of the window is left by all of them.

import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Analysis } from '../../shared/analysis.ts'
import { cardFixture } from '../../shared/card.fixture.ts'
import { probability } from '../../shared/units.ts'
import type { OpenOutcome } from '../../shared/window-data.ts'
import type { EngineProcess } from '../engine/engine-process.ts'
import type { Call, LoadInput } from '../engine/protocol.ts'
import { goldenHash } from '../packs/golden-hash.ts'
import { readPack } from '../packs/pack.ts'
import type { Machine } from '../providers/machine.ts'
import { VerdictFile } from '../providers/verdict-file.ts'
import { places } from '../places.ts'
import { Desk } from './desk.ts'

const tiny = fileURLToPath(new URL('../packs/fixtures/tiny', import.meta.url))
const { sha256: model } = (await readPack(tiny)).card
const golden = (await goldenHash(tiny))!

const GPU: Machine = {
  order: ['webgpu', 'cpu'],
  runtime: '1.30.0',
  obstacle: () => undefined,
  driver: () => 'driver 1',
}
const FILMS = ['chest-1-clear.dcm', 'chest-3-large-heart.png', 'chest-4-nodule.jpg']

const called = { label: 'COVID-19', band: 'negative' } as const
const scored = (provider: string): Analysis => ({
  ...{ status: 'scored', provider, ...called, maps: [], likeness: null, lungs: null, warnings: [] },
  film: { name: 'a', sha256: null, frame: 0, frames: 1, rows: 1, columns: 1 },
  model: { id: 'tiny', version: '1.0.0', sha256: model },
  findings: [{ ...called, name: 'COVID-19', finding: true, probability: probability(0), threshold: 0.5 }],
})

/** Processes that load any model where they are told to, and end when they are to run one elsewhere than on the CPU. */
function processes(method: 'analyse' | 'occlude') {
  const loads: string[] = []
  const start = (): EngineProcess => {
    let reply: (message: unknown) => void = () => undefined
    let exit: () => void = () => undefined
    let provider = 'cpu'
    const answer = ({ method: asked, input }: Call): unknown => {
      if (asked === 'load') {
        provider = (input as LoadInput).provider ?? 'cpu'
        loads.push(`${(input as LoadInput).pack.card.id} ${provider}`)
        return { provider }
      }
      if (asked === 'occlude') return { maps: [], provider, warnings: [] }
      return asked === 'analyse' ? scored(provider) : undefined
    }
    return {
      post: (message) => {
        const call = message as Call
        setImmediate(() => {
          if (call.method === method && provider !== 'cpu') exit()
          else reply({ id: call.id, ok: true, value: answer(call) })
        })
      },
      onMessage: (listener) => (reply = listener),
      onExit: (listener) => (exit = listener),
      kill: () => undefined,
    }
  }
  return { start, loads: () => loads.splice(0) }
}

/** With a model that is proven on WebGPU, and one that nothing is known of. */
async function deskOn(t: TestContext, gone: 'list' | 'occlusion') {
  const dataFolder = await mkdtemp(join(tmpdir(), 'hilum-dropped-'))
  t.after(() => rm(dataFolder, { recursive: true }))
  new VerdictFile(dataFolder).keep({
    ...{ provider: 'webgpu', model, golden, runtime: GPU.runtime, driver: 'driver 1' },
    ...{ at: new Date().toISOString(), outcome: 'accepted', reason: 'As stored.', worst: null, share: 1 },
    milliseconds: { provider: 1, cpu: 5 },
  })
  const ownModels = join(dataFolder, 'models')
  await mkdir(join(ownModels, 'other'), { recursive: true })
  const other = cardFixture({ id: 'other', gate: { lungs: false } })
  await writeFile(join(ownModels, 'other', 'card.json'), JSON.stringify(other))
  const said: string[] = []
  const shown = processes('occlude')
  const list = processes('analyse')
  const desk = new Desk({
    start: shown.start,
    startInBackground: list.start,
    ownModels,
    installedModels: dirname(tiny),
    threads: 1,
    dataFolder,
    machine: GPU,
    version: '0.0.0',
    runtime: 'none',
    tell: (name, payload) => {
      if (name === 'films.opened')
        said.push(...(payload as OpenOutcome).problems.map(({ message }) => message))
    },
  })
  t.after(() => desk.close())
  await desk.chooseModel('tiny')
  await desk.openPaths(FILMS.map((name) => join(places.samples, name)))
  assert.deepEqual([desk.describe().engine.provider, shown.loads()], ['webgpu', ['tiny webgpu']])
  if (gone === 'list') await desk.scoreAll()
  else await desk.occlude(desk.entries()[0]!.id, 0)
  return { desk, shown, list, said }
}

for (const gone of ['list', 'occlusion'] as const) {
  test(`the film on screen and the next list are left to the CPU once the engine of the ${gone} left a provider`, async (t) => {
    const { desk, shown, list } = await deskOn(t, gone)
    assert.deepEqual([desk.describe().engine.provider, shown.loads().at(-1)], ['cpu', 'tiny cpu'])
    list.loads()
    desk.clear()
    await desk.openPaths(FILMS.map((name) => join(places.samples, name)))
    await desk.scoreAll()
    assert.deepEqual([...new Set(list.loads())], ['tiny cpu'])
  })
}

test('another model and back takes up no provider that gave out, and one that is wished for says why not', async (t) => {
  const { desk, shown, said } = await deskOn(t, 'list')
  await desk.chooseModel('other')
  shown.loads()
  await desk.chooseModel('tiny')
  assert.deepEqual([desk.describe().engine.provider, shown.loads()], ['cpu', ['tiny cpu']])
  await desk.chooseProvider('webgpu')
  assert.equal(desk.describe().engine.provider, 'cpu')
  assert.match(said.join(), /^WebGPU can’t be used: It gave out on the model “tiny”/)
})
