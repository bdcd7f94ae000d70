// The rule, and the real codec on a real film.

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openFilm } from './analyse.ts'
import { enoughPixels } from './enough-pixels.ts'
import { viewTensor } from './input-tensor.ts'
import { wholeFilmView } from './input-view.ts'

test('a model sees of a film as many pixels as its input has, and of lungs a third', () => {
  assert.equal(enoughPixels({ width: 256, height: 224, view: 'film' }, null), 256)
  assert.equal(enoughPixels({ width: 128, height: 128, view: 'lungs' }, null), 384)
})

const path = fileURLToPath(
  new URL('../../../../shared/data/dicom/pydicom-data__RG1_J2KI.dcm', import.meta.url),
)

test('the model is given the same of a film without its finest grain, to 0.002', async (t) => {
  if (!existsSync(path)) return t.skip('needs ../shared/data')
  const size = { width: 224, height: 224, fit: 'squish', view: 'film' } as const
  const [whole, coarse] = [
    await openFilm({ path, frame: 0 }),
    await openFilm({ path, frame: 0, enoughPixels: enoughPixels(size, null) }),
  ]
  assert.equal(whole.mayBeCoarse, true)
  assert.notDeepEqual(coarse.pixels, whole.pixels)
  const [expected, actual] = [whole, coarse].map((film) => viewTensor(film, wholeFilmView(film, size), size))
  const farthest = actual!.reduce((most, share, i) => Math.max(most, Math.abs(share - expected![i]!)), 0)
  assert.ok(farthest < 0.002, `${farthest}`)
})
