// The real process with the tests' own model.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { places } from '../places.ts'
import { Engine } from './client.ts'
import type { EngineProcess } from './engine-process.ts'
import { startNodeProcess } from './node-process.ts'
import { scoreFilms, type ScoreOutcome } from './score-films.ts'

const folder = fileURLToPath(new URL('../packs/fixtures/tiny', import.meta.url))
const sample = (name: string) => ({ path: `${places.samples}/${name}`, name })
const films = ['chest-1-clear.dcm', 'chest-3-large-heart.png', 'README.md', 'chest-4-nodule.jpg'].map(sample)

let engine: Engine
let running: EngineProcess | undefined

before(async () => {
  engine = new Engine({ start: () => (running = startNodeProcess(places.worker)) })
  await engine.useModel({ folder, threads: 1 })
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

test('two engines give the same scores as one', async () => {
  const second = new Engine({ start: () => startNodeProcess(places.worker) })
  await second.useModel({ folder, threads: 1 })
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

test('a stopped batch leaves the rest unscored', async () => {
  const stop = new AbortController()
  const outcomes: ScoreOutcome[] = []
  const onOutcome = (outcome: ScoreOutcome) => {
    outcomes.push(outcome)
    stop.abort()
  }
  await scoreFilms(films, [engine], { onOutcome, signal: stop.signal })
  assert.equal(outcomes.length, 1)
})
