// The real process, with the tests' own model and with the models that Hilum brings.

import assert from 'node:assert/strict'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { seededRandom } from '../../../scripts/samples/random.ts'
import { OCCLUSION_RUNS } from '../../shared/occlusion.ts'
import { encodePng } from '../adapters/sharp.ts'
import { choosePack } from '../packs/choose-pack.ts'
import { readPack } from '../packs/pack.ts'
import { dataSetBytes } from '../pipeline/decode/dicom/fixtures/dicom-writer.ts'
import { small, withDataSet } from '../pipeline/decode/dicom/fixtures/small-film.ts'
import { places } from '../places.ts'
import { withLungs } from './checked-packs.ts'
import { Engine } from './client.ts'
import type { EngineProcess } from './engine-process.ts'
import { startNodeProcess } from './node-process.ts'
import { STARTER_WATCHES } from './memory-guard.ts'
import { scoreFilms, type ScoreOutcome } from './score-films.ts'

const tiny = await readPack(fileURLToPath(new URL('../packs/fixtures/tiny', import.meta.url)))
const model = { ...(await withLungs(tiny)), threads: 1 }
const sample = (name: string) => ({ path: `${places.samples}/${name}`, name })
const films = ['chest-1-clear.dcm', 'chest-3-large-heart.png', 'README.md', 'chest-4-nodule.jpg'].map(sample)

let engine: Engine
let running: EngineProcess | undefined

before(async () => {
  engine = new Engine({ start: () => (running = startNodeProcess(places.worker)) })
  await engine.useModel(model)
})
after(() => engine.close())

function scores(outcomes: readonly ScoreOutcome[]) {
  return outcomes
    .toSorted((a, b) => a.index - b.index)
    .map(({ result }) => {
      if ('ok' in result) return result.code
      return result.status === 'scored'
        ? result.findings.map(({ probability }) => probability)
        : result.reasons
    })
}

async function scoreAll(engines: readonly Engine[]) {
  const outcomes: ScoreOutcome[] = []
  await scoreFilms(films, engines, { onOutcome: (outcome) => outcomes.push(outcome) })
  return scores(outcomes)
}

test('a file that is no film costs one row, and the others are scored', async () => {
  const [first, second, third, fourth] = await scoreAll([engine])
  assert.equal(third, 'DECODE_NOT_AN_IMAGE')
  for (const probabilities of [first, second, fourth] as number[][]) {
    assert.ok(Math.abs(probabilities.reduce((sum, p) => sum + p, 0) - 1) < 1e-6)
  }
})

test('an engine reads no card: it is told what its starter has checked', async () => {
  const bare = await mkdtemp(join(tmpdir(), 'hilum-worker-'))
  const told = new Engine({ start: () => startNodeProcess(places.worker) })
  try {
    await copyFile(join(tiny.folder, 'model.onnx'), join(bare, 'model.onnx'))
    await told.useModel({ ...model, pack: { ...tiny, folder: bare } })
    assert.deepEqual(await scoreAll([told]), await scoreAll([engine]))
  } finally {
    told.close()
    await rm(bare, { recursive: true })
  }
})

test('two engines give the same scores as one', async () => {
  const second = new Engine({ start: () => startNodeProcess(places.worker) })
  await second.useModel(model)
  const alone = await scoreAll([engine])
  assert.deepEqual(await scoreAll([engine, second]), alone)
  second.close()
})

test('a process killed from outside is replaced, and every film still gets its score', async () => {
  const expected = await scoreAll([engine])
  const all = scoreAll([engine])
  running?.kill()
  assert.deepEqual(await all, expected)
})

test('a film crosses the process boundary with its pixels and their type', async () => {
  const film = await engine.call('open', { path: films[0]!.path, frame: 0 }, 'chest-1-clear.dcm')
  assert.equal(film.pixels.length, film.rows * film.columns)
  assert.ok(film.pixels instanceof Uint16Array)
  assert.ok(film.range.max > 255, 'twelve bits reach the window')
})

test('occlusion tells each run of the model as it goes, and gives a map for each class', async () => {
  const source = { path: films[0]!.path, frame: 0 }
  const steps: number[] = []
  const { maps, provider, warnings } = await engine.call('occlude', source, films[0]!.name, (step) =>
    steps.push(step),
  )
  assert.deepEqual(
    steps,
    Array.from({ length: OCCLUSION_RUNS }, (_, i) => i + 1),
  )
  assert.deepEqual(
    maps.map(({ method }) => method),
    maps.map(() => 'occlusion'),
  )
  assert.deepEqual([maps.length > 0, provider, warnings], [true, 'cpu', []])
})

test(
  'the memory of a film serves the next, however many are scored',
  { skip: !STARTER_WATCHES },
  async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'hilum-memory-'))
    t.after(() => rm(folder, { recursive: true }))
    const elements = small({ Rows: 4000, Columns: 4000 })
    const path = join(folder, 'large.dcm')
    await writeFile(path, withDataSet(dataSetBytes({ elements, pixels: Buffer.alloc(16e6, 128) })))
    // Room for the model and a few films, and not for all of them: 640 MB.
    let processes = 0
    const start = () => {
      processes++
      return startNodeProcess(places.worker, 450 * 2 ** 20)
    }
    const little = new Engine({ start })
    t.after(() => little.close())
    await little.useModel(model)
    for (let film = 0; film < 40; film++) {
      const { status } = await little.call('analyse', { path, frame: 0 }, 'large.dcm')
      assert.equal(status, 'refused')
    }
    assert.equal(processes, 1)
  },
)

test('a stopped batch leaves the rest unscored', async () => {
  const stop = new AbortController()
  const outcomes: ScoreOutcome[] = []
  const onOutcome = (outcome: ScoreOutcome) => {
    outcomes.push(outcome)
    stop.abort()
  }
  await scoreFilms(films, [engine], { onOutcome, signal: stop.signal })
  assert.deepEqual(
    outcomes.map(({ index }) => index),
    [0, 1],
  )
})

describe('with a model that Hilum brings', () => {
  const own = new Engine({ start: () => startNodeProcess(places.worker) })

  before(async () => {
    await own.useModel({ ...(await withLungs(await choosePack([places.models]))), threads: 1 })
  })
  after(() => own.close())

  for (const { path, name } of films.filter((film) => film.name !== 'README.md')) {
    test(`${name} is scored, and its map lies on its lungs`, async () => {
      const analysis = await own.call('analyse', { path, frame: 0 }, name)
      assert.ok(analysis.status === 'scored')
      // Both lungs of a phantom fill between a quarter and a half of its film.
      assert.ok(analysis.lungs !== null && analysis.lungs.area > 0.2 && analysis.lungs.area < 0.5)
      for (const { insideLungs } of analysis.maps) {
        assert.ok(insideLungs === null || (insideLungs >= 0 && insideLungs <= 1))
      }
    })
  }

  test('noise is refused, for it has no lungs', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'hilum-noise-'))
    t.after(() => rm(folder, { recursive: true, force: true }))
    const path = join(folder, 'noise.png')
    const random = seededRandom(1)
    const samples = Uint8Array.from({ length: 200 * 200 }, () => 255 * random())
    await writeFile(path, await encodePng({ rows: 200, columns: 200, channels: 1, bits: 8, samples }))
    const analysis = await own.call('analyse', { path, frame: 0 }, 'noise.png')
    assert.ok(analysis.status === 'refused')
    assert.deepEqual(
      analysis.reasons.map(({ code }) => code),
      ['GATE_NO_LUNGS'],
    )
  })
})
