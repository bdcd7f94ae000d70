// A model that sees the lungs alone, from the film to the map on the film.

import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { heatShare } from '../../shared/heat-share.ts'
import type { Card } from '../../shared/card.ts'
import { loadModel } from '../packs/load-model.ts'
import { readPack } from '../packs/pack.ts'
import { places } from '../places.ts'
import { analyse, openFilm } from './analyse.ts'
import type { Film } from './film.ts'
import { filmFixture } from './film.fixture.ts'
import { inputTensor } from './input-tensor.ts'
import { inputView } from './input-view.ts'
import type { LungFinder } from './locate.ts'
import type { Model } from './model.ts'

const tiny = fileURLToPath(new URL('../packs/fixtures/tiny', import.meta.url))

/** Finds lungs of two rectangles, wherever it is asked: 20 x 20, columns 4 to 8 and 12 to 16, rows 5 to 15. */
const finder: LungFinder = {
  card: { id: 'lungs', input: { width: 20, height: 20, fit: 'squish' }, output: 'lungs', threshold: 0.5 },
  session: {
    run: () => {
      const data = new Float32Array(400)
      for (let row = 5; row < 15; row++)
        data.fill(1, row * 20 + 4, row * 20 + 8).fill(1, row * 20 + 12, row * 20 + 16)
      return Promise.resolve({ lungs: { data, dims: [1, 1, 20, 20] } })
    },
  },
  chests: null,
}

const COLUMNS = 400
const ROWS = 300
// The box goes from 80, 75 to 320, 225; a margin of 0.1 makes it 56 to 344 and 60 to 240: 288 x 180.
const VIEW = { left: 56, top: 60, width: 288, height: 180 }
const CELLS = 8
const cell = { width: VIEW.width / CELLS, height: VIEW.height / CELLS }

/** Dark, with a bright square in the middle of one cell of the view. */
function filmWithSquare(row: number, column: number): Film {
  const pixels = Uint8Array.from({ length: ROWS * COLUMNS }, (_, i) => 20 + (i % 40))
  const x = VIEW.left + (column + 0.5) * cell.width
  const y = VIEW.top + (row + 0.5) * cell.height
  for (let at = Math.round(y - 7); at < y + 7; at++) {
    pixels.fill(250, at * COLUMNS + Math.round(x - 9), at * COLUMNS + Math.round(x + 9))
  }
  return filmFixture({ rows: ROWS, columns: COLUMNS, pixels })
}

async function mapOf(film: Film, classifier: Model) {
  const analysis = await analyse({ path: '', frame: 0 }, { classifier, finder }, () => Promise.resolve(film))
  assert.ok(analysis.status === 'scored')
  return analysis.maps.find(({ label }) => label === 'COVID-19')!
}

describe('a model that sees the lungs', () => {
  let model: Model
  before(async () => {
    const pack = await readPack(tiny)
    const { session } = await loadModel(pack, { threads: 1, provider: 'cpu' })
    const input = { ...pack.card.input, view: 'lungs', margin: 0.1 } as const
    model = { card: { ...pack.card, input, gate: {} }, session }
  })

  for (let row = 0; row < CELLS; row++) {
    test(`lights the cell of a bright square in row ${row}, and the film is hottest there`, async () => {
      for (let column = 0; column < CELLS; column++) {
        const map = await mapOf(filmWithSquare(row, column), model)
        const lit = map.values.indexOf(Math.max(...map.values))
        assert.deepEqual([Math.floor(lit / CELLS), lit % CELLS], [row, column])
        const { originX, originY, cellWidth, cellHeight } = map.placement
        // Half a pixel of the film is what the map may be off.
        assert.ok(Math.abs(originX + column * cellWidth - (VIEW.left + (column + 0.5) * cell.width)) < 0.5)
        assert.ok(Math.abs(originY + row * cellHeight - (VIEW.top + (row + 0.5) * cell.height)) < 0.5)
        assert.equal(heatShare(map, VIEW.left - 1, originY + row * cellHeight), 0)
      }
    })
  }

  // Column 1 of the cells goes from 92 to 128, within the left lung's 80 to 160; column 3, from 164 to 200, is between
  // the lungs, which end at 160 and begin at 240.
  test('counts what lies within the lungs in pixels of the film', async () => {
    const within = await mapOf(filmWithSquare(4, 1), model)
    const between = await mapOf(filmWithSquare(4, 3), model)
    assert.ok(within.insideLungs! > 0.6 && between.insideLungs! < 0.4)
  })
})

// Exif orientation 6: the file's upper edge is the film's right one (TIFF 6.0, Orientation; Exif 2.32, 4.6.4).
async function turnedSample(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hilum-turned-'))
  t.after(() => rm(folder, { recursive: true }))
  const jpeg = await readFile(join(places.samples, 'chest-4-nodule.jpg'))
  const exif = Buffer.from('ffe1002245786966000049492a0008000000010012010300010000000600000000000000', 'hex')
  const path = join(folder, 'turned.jpg')
  await writeFile(path, Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]))
  return path
}

test('a film that is shown turned is cut as it is shown', async (t) => {
  const flat = await openFilm({ path: join(places.samples, 'chest-4-nodule.jpg'), frame: 0 })
  const turned = await openFilm({ path: await turnedSample(t), frame: 0 })
  assert.deepEqual([turned.rows, turned.columns], [flat.columns, flat.rows])
  const input: Card['input'] = {
    width: 8,
    height: 8,
    view: 'lungs',
    margin: 0.1,
    masked: false,
    fit: 'squish',
  }
  const mask = { rows: 1, columns: 1, shares: Float32Array.of(1), inside: Uint8Array.of(1) }
  const box = { left: 30, top: 50, right: 130, bottom: 250 }
  // What lies at x, y of the file lies at rows - y, x of the film.
  const boxTurned = { left: flat.rows - 250, top: 30, right: flat.rows - 50, bottom: 130 }
  assert.deepEqual(inputView(turned, { box: boxTurned }, input).region, {
    left: flat.rows - 270,
    top: 20,
    right: flat.rows - 30,
    bottom: 140,
  })
  const [of, ofTurned] = [
    inputTensor(flat, { mask, box, area: 1 }, input),
    inputTensor(turned, { mask, box: boxTurned, area: 1 }, input),
  ]
  for (let row = 0; row < 8; row++) {
    for (let column = 0; column < 8; column++) {
      assert.ok(Math.abs(ofTurned[column * 8 + 7 - row]! - of[row * 8 + column]!) < 1e-6)
    }
  }
})
