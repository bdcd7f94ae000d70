// Providers that are proven and give out later.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Analysis } from '../../shared/analysis.ts'
import { HilumError } from '../../shared/errors.ts'
import type { Provider } from '../../shared/provider.ts'
import { loadModel } from '../packs/load-model.ts'
import { readPack } from '../packs/pack.ts'
import { openFilm } from '../pipeline/analyse.ts'
import { places } from '../places.ts'
import { withLungs } from './checked-packs.ts'
import { Scorer } from './scorer.ts'

const packs = await withLungs(
  await readPack(fileURLToPath(new URL('../packs/fixtures/tiny', import.meta.url))),
)
const film = (name: string) => ({ path: `${places.samples}/${name}`, frame: 0 })
const FILMS = ['chest-1-clear.dcm', 'chest-3-large-heart.png', 'chest-4-nodule.jpg'].map(film)

type Run = Awaited<ReturnType<typeof loadModel>>['session']['run']

const loseDevice = () =>
  Promise.reject(new HilumError('INFER_FAILED', 'The model “tiny” could not be run (device lost).'))

/** The CPU under another name, which gives out at the nth run, counted from 0. */
function givesOutAt(last: number, end: (run: Run) => Run = () => loseDevice) {
  const loads: Provider[] = []
  let runs = 0
  let released = 0
  const load: typeof loadModel = async (pack, needs) => {
    loads.push(needs.provider)
    const model = await loadModel(pack, { ...needs, provider: 'cpu' })
    if (needs.provider === 'cpu') return model
    const { session } = model
    const run: typeof session.run = async (...given) => {
      return runs++ < last ? session.run(...given) : end(session.run)(...given)
    }
    const release = async () => {
      released++
      await session.release()
    }
    return { ...model, session: { ...session, provider: needs.provider, run, release } }
  }
  return { load, loads, released: () => released }
}

const about = (analysis: Analysis) => [
  analysis.status === 'scored' ? analysis.provider : '',
  analysis.warnings.filter(({ code }) => code === 'ENGINE_PROVIDER_DROPPED').length,
]

test('the film on which a provider gives out is scored on the CPU and says so, and the CPU stays', async () => {
  const { load, loads, released } = givesOutAt(1)
  const scorer = new Scorer(openFilm, load)
  await scorer.load({ ...packs, threads: 1, provider: 'cuda' })
  const analyses: Analysis[] = []
  for (const source of FILMS) analyses.push(await scorer.analyse(source))
  assert.deepEqual(analyses.map(about), [
    ['cuda', 0],
    ['cpu', 1],
    ['cpu', 0],
  ])
  const { message } = analyses[1]!.warnings.at(-1)!
  assert.match(
    message,
    /^chest-3-large-heart\.png could not be scored on CUDA .*device lost.* left to the CPU/,
  )
  assert.deepEqual([loads, released()], [['cuda', 'cpu'], 1])
})

test('films in flight together leave the provider once, and each has its score', async () => {
  const { load, loads, released } = givesOutAt(0)
  const scorer = new Scorer(openFilm, load)
  await scorer.load({ ...packs, threads: 1, provider: 'cuda' })
  const analyses = await Promise.all(FILMS.map((source) => scorer.analyse(source)))
  assert.deepEqual(
    analyses.map((analysis) => about(analysis)[0]),
    ['cpu', 'cpu', 'cpu'],
  )
  assert.deepEqual([loads.filter((provider) => provider === 'cpu').length, released()], [1, 1])
})

const giving =
  (share: number) =>
  (run: Run): Run =>
  async (...given) => {
    const outputs = await run(...given)
    const { dims, data } = outputs['probabilities']!
    return { ...outputs, probabilities: { dims, data: data.map(() => share) } }
  }

for (const share of [1e9, -1, Number.NaN]) {
  test(`a provider that gives ${share} for a probability is left for the CPU, which stays`, async () => {
    const { load, loads } = givesOutAt(1, giving(share))
    const scorer = new Scorer(openFilm, load)
    await scorer.load({ ...packs, threads: 1, provider: 'webgpu' })
    const analyses: Analysis[] = []
    for (const source of FILMS) analyses.push(await scorer.analyse(source))
    assert.deepEqual(analyses.map(about), [
      ['webgpu', 0],
      ['cpu', 1],
      ['cpu', 0],
    ])
    assert.match(
      analyses[1]!.warnings.at(-1)!.message,
      /WebGPU.* It is left to the CPU, and so are the films/,
    )
    assert.deepEqual(loads, ['webgpu', 'cpu'])
  })
}

test('occlusion that a provider gives out at is done again on the CPU, and says so', async () => {
  const onCpu = new Scorer(openFilm)
  await onCpu.load({ ...packs, threads: 1 })
  const { load, loads } = givesOutAt(3)
  const scorer = new Scorer(openFilm, load)
  await scorer.load({ ...packs, threads: 1, provider: 'cuda' })
  const { maps, provider, warnings } = await scorer.occlude(FILMS[0]!)
  assert.deepEqual(maps, (await onCpu.occlude(FILMS[0]!)).maps)
  assert.deepEqual([provider, warnings.map(({ code }) => code)], ['cpu', ['ENGINE_PROVIDER_DROPPED']])
  assert.match(warnings[0]!.message, /^chest-1-clear\.dcm could not be scored on CUDA .*device lost/)
  assert.deepEqual(loads, ['cuda', 'cpu'])
  assert.deepEqual(about(await scorer.analyse(FILMS[0]!)), ['cpu', 0])
})

test('a provider that was proven and can not be loaded any more leaves the model to the CPU, which says so', async () => {
  const loads: Provider[] = []
  const broken: typeof loadModel = async (pack, needs) => {
    loads.push(needs.provider)
    if (needs.provider === 'cpu') return loadModel(pack, needs)
    throw new HilumError('PROVIDER_FAILED', 'The model “tiny” can’t be loaded on “webgpu” (no adapter).')
  }
  const scorer = new Scorer(openFilm, broken)
  const loaded = await scorer.load({ ...packs, threads: 1, provider: 'webgpu', reason: 'It was proven.' })
  assert.equal(loaded.provider, 'cpu')
  assert.match(loaded.reason, /“webgpu” \(no adapter\)\. Films are scored on the CPU instead/)
  const [first, second] = [await scorer.analyse(FILMS[0]!), await scorer.analyse(FILMS[1]!)]
  assert.deepEqual([first, second].map(about), [
    ['cpu', 1],
    ['cpu', 0],
  ])
  assert.match(
    first.warnings.at(-1)!.message,
    /“webgpu” \(no adapter\)\. Films are scored on the CPU instead/,
  )
  assert.deepEqual(loads, ['webgpu', 'cpu'])
})

test('what the CPU itself can not run stays an error', async () => {
  const broken: typeof loadModel = async (pack, needs) => {
    const model = await loadModel(pack, needs)
    const run = () => Promise.reject(new HilumError('INFER_FAILED', 'No memory.'))
    return { ...model, session: { ...model.session, run } }
  }
  const scorer = new Scorer(openFilm, broken)
  await scorer.load({ ...packs, threads: 1 })
  await assert.rejects(scorer.analyse(FILMS[0]!), { code: 'INFER_FAILED', message: 'No memory.' })
})

test('a provider that was left by an earlier process is told of on the next film only', async () => {
  const scorer = new Scorer(openFilm)
  const load = { ...packs, threads: 1, provider: 'cpu', reason: 'It was proven.' } as const
  assert.deepEqual(await scorer.load(load), { provider: 'cpu', reason: 'It was proven.' })
  const dropped = await scorer.load({ ...load, dropped: 'It was left.' })
  assert.deepEqual(dropped, { provider: 'cpu', reason: 'It was left.' })
  const [first, second] = [await scorer.analyse(FILMS[0]!), await scorer.analyse(FILMS[1]!)]
  assert.deepEqual([first, second].map(about), [
    ['cpu', 1],
    ['cpu', 0],
  ])
})
