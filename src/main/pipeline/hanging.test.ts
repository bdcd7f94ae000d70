// Films that hang in another way than their files say, through the model that finds the lungs.

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { loadModel } from '../packs/load-model.ts'
import { ownLungFinder } from '../packs/lung-finder.fixture.ts'
import { readPack } from '../packs/pack.ts'
import { places } from '../places.ts'
import { analyse, openFilm, type Models } from './analyse.ts'
import type { Film } from './film.ts'

const tiny = fileURLToPath(new URL('../packs/fixtures/tiny', import.meta.url))
const SAMPLES = [
  'chest-1-clear.dcm',
  'chest-2-consolidation-monochrome1.dcm',
  'chest-3-large-heart.png',
  'chest-4-nodule.jpg',
]

let models: Models
before(async () => {
  const classifier = await loadModel(await readPack(tiny), { threads: 1, provider: 'cpu' })
  models = { classifier, finder: await ownLungFinder() }
})

const analysisOf = (film: Film) => analyse({ path: '', frame: 0 }, models, () => Promise.resolve(film))

for (const name of SAMPLES) {
  test(`${name} wrongly inverted is turned, scored as it should be, and says so`, async () => {
    const film = await openFilm({ path: join(places.samples, name), frame: 0 })
    const wrong = { ...film, grey: { ...film.grey, inverted: !film.grey.inverted } }
    const [right, turned] = [await analysisOf(film), await analysisOf(wrong)]
    assert.ok(right.status === 'scored' && turned.status === 'scored')
    assert.deepEqual(
      [right, turned].map(({ warnings }) => warnings.filter(({ code }) => code === 'GATE_INVERTED').length),
      [0, 1],
    )
    assert.deepEqual(turned.findings, right.findings)
    assert.deepEqual(turned.lungs, right.lungs)
  })

  test(`${name} upside down is refused`, async () => {
    const film = await openFilm({ path: join(places.samples, name), frame: 0 })
    const analysis = await analysisOf({ ...film, pixels: film.pixels.toReversed() })
    assert.ok(analysis.status === 'refused')
    assert.deepEqual(
      analysis.reasons.map(({ code }) => code),
      ['GATE_NOT_UPRIGHT'],
    )
  })
}
