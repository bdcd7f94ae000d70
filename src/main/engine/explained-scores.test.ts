// What comes with a score: the maps of each method that graph and card know, or none.

import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { ScoredAnalysis } from '../../shared/analysis.ts'
import type { Card } from '../../shared/card.ts'
import { readPack } from '../packs/pack.ts'
import { writePlainPack } from '../packs/plain-pack.fixture.ts'
import { openFilm } from '../pipeline/analyse.ts'
import { places } from '../places.ts'
import { withLungs } from './checked-packs.ts'
import { Scorer } from './scorer.ts'

const tiny = fileURLToPath(new URL('../packs/fixtures/tiny', import.meta.url))

async function scored(folder: string): Promise<ScoredAnalysis> {
  const scorer = new Scorer(openFilm)
  await scorer.load({ ...(await withLungs(await readPack(folder))), threads: 1 })
  const analysis = await scorer.analyse({ path: `${places.samples}/chest-3-large-heart.png`, frame: 0 })
  assert.ok(analysis.status === 'scored')
  return analysis
}

async function plainPack(t: TestContext, changes: Partial<Card> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hilum-plain-'))
  t.after(() => rm(folder, { recursive: true }))
  await writePlainPack(folder, changes)
  return folder
}

const shares = ({ findings }: ScoredAnalysis) =>
  findings.map(({ label, probability }) => [label, probability])

test('a card with a scale for each method brings each class’s map by each, the card’s own method first', async () => {
  const { maps } = await scored(tiny)
  assert.deepEqual(
    maps.map(({ label, method, fullScale }) => [label, method, fullScale]),
    [
      ['COVID-19', 'gradcam', 0.7],
      ['Pneumonia', 'gradcam', 0.7],
      ['No finding', 'gradcam', 0.7],
      ['COVID-19', 'hiresmap', 1.3],
      ['Pneumonia', 'hiresmap', 1.3],
      ['No finding', 'hiresmap', 1.3],
    ],
  )
  const [gradcam, hiresmap] = [maps[0]!, maps[3]!]
  assert.notDeepEqual(gradcam.values, hiresmap.values)
  assert.deepEqual(gradcam.placement, hiresmap.placement)
})

test('a plain classifier scores as it would with its maps, and explains nothing', async (t) => {
  const plain = await scored(await plainPack(t))
  assert.deepEqual(plain.maps, [])
  assert.deepEqual(shares(plain), shares(await scored(tiny)))
})

test('a card that promises maps which the graph has not brings none', async (t) => {
  const folder = await plainPack(t, { explanation: { method: 'gradcam', fullScale: 1 } })
  assert.deepEqual((await scored(folder)).maps, [])
})
