// The rule, and the real codec on a real film.

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openFilm } from './analyse.ts'
import { enoughPixels } from './enough-pixels.ts'
import { pixelGrid, timesToHalve } from './halving.ts'
import { viewTensor } from './input-tensor.ts'
import { wholeFilmView } from './input-view.ts'

const mayHalve = { wavelet: '5/3', times: 3 } as const

const cases = [
  ['is left as it is where it may not be halved', { rows: 4000, columns: 4000 }, 100, 0],
  [
    'is left as it is where nothing is said of what is enough',
    { rows: 4000, columns: 4000, mayHalve },
    undefined,
    0,
  ],
  ['is left as it is where it has too few pixels', { rows: 150, columns: 4000, mayHalve }, 100, 0],
  ['is halved down to just enough', { rows: 400, columns: 4000, mayHalve }, 100, 2],
  ['is halved no further than enough along its shorter side', { rows: 4000, columns: 399, mayHalve }, 100, 1],
  ['is halved as often as its file has it', { rows: 4000, columns: 4000, mayHalve }, 100, 3],
  ['is never made larger', { rows: 10, columns: 10, mayHalve }, 100, 0],
] as const

for (const [name, film, enough, times] of cases) {
  test(`a film ${name}`, () => assert.equal(timesToHalve(film, enough), times))
}

test('of an odd number of pixels the halves have one more than the detail', () => {
  const film = { rows: 1955, columns: 1841, halved: { wavelet: '9/7', times: 2 } } as const
  assert.deepEqual(pixelGrid(film), { rows: 489, columns: 461 })
  assert.deepEqual(pixelGrid({ rows: 1955, columns: 1841 }), { rows: 1955, columns: 1841 })
})

const path = fileURLToPath(
  new URL('../../../../shared/data/dicom/pydicom-data__RG1_J2KI.dcm', import.meta.url),
)

test('the model is given the same of a halved film, to 0.002', async (t) => {
  if (!existsSync(path)) return t.skip('needs ../shared/data')
  const size = { width: 224, height: 224, fit: 'squish' } as const
  const [whole, halved] = await Promise.all(
    [Infinity, enoughPixels(size, null)].map((pixels) => openFilm({ path, frame: 0, enoughPixels: pixels })),
  )
  assert.deepEqual([whole!.halved, halved!.halved], [undefined, { wavelet: '9/7', times: 1 }])
  assert.deepEqual([halved!.rows, halved!.columns], [1955, 1841])
  const [expected, actual] = [whole!, halved!].map((film) =>
    viewTensor(film, wholeFilmView(film, size), size),
  )
  const farthest = actual!.reduce((most, share, i) => Math.max(most, Math.abs(share - expected![i]!)), 0)
  assert.ok(farthest < 0.002, `${farthest}`)
})
