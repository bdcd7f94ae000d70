import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardFixture } from '../../shared/card.fixture.ts'
import { explain, placeOnFilm } from './explain.ts'
import { filmFixture } from './film.fixture.ts'

const letterbox = cardFixture().input
const card = cardFixture()

const cases = [
  // A film as large as the input: the first cell is centred in its first 16 pixels.
  ['squish', { rows: 64, columns: 64 }, { originX: 8, originY: 8, cellWidth: 16, cellHeight: 16 }],
  // Twice as wide, four times as high: both axes stretch on their own.
  ['squish', { rows: 256, columns: 128 }, { originX: 16, originY: 32, cellWidth: 32, cellHeight: 64 }],
  // 128 wide and 64 high shrinks to 64 x 32 with 16 rows of bar above: row 0's centre, 8, lies 8 input pixels
  // above the film, which is 16 film pixels.
  ['letterbox', { rows: 64, columns: 128 }, { originX: 16, originY: -16, cellWidth: 32, cellHeight: 32 }],
] as const

for (const [fit, size, expected] of cases) {
  test(`a ${size.columns} × ${size.rows} film by ${fit}`, () => {
    assert.deepEqual(placeOnFilm(size, null, { ...card, input: { ...letterbox, fit } }), expected)
  })
}

// Films of 300 x 200 with lungs from 100, 40 to 260, 160: 160 wide and 120 high. The grid's cells are 16 of 64.
const lungViews = [
  // The view is the box: an input pixel shows 2.5 x 1.875 film pixels.
  ['no margin', 'squish', 0, { originX: 120, originY: 55, cellWidth: 40, cellHeight: 30 }],
  // The view goes from 84, 28 to 276, 172: 192 x 144, so 3 x 2.25 a pixel.
  ['a margin of a tenth', 'squish', 0.1, { originX: 108, originY: 46, cellWidth: 48, cellHeight: 36 }],
  // The view goes from 20 to 300, where the film ends, and from 0 to 200: 280 x 200, so 4.375 x 3.125.
  ['a margin beyond the film', 'squish', 0.5, { originX: 55, originY: 25, cellWidth: 70, cellHeight: 50 }],
  // 192 x 144 shrinks to 64 x 48 under 8 rows of bar: the first row of cells is centred on the view's edge.
  ['a letterbox', 'letterbox', 0.1, { originX: 108, originY: 28, cellWidth: 48, cellHeight: 48 }],
] as const

for (const [name, fit, margin, expected] of lungViews) {
  test(`a grid on a view of the lungs with ${name} lies on the film`, () => {
    const box = { left: 100, top: 40, right: 260, bottom: 160 }
    const input = { ...card.input, view: 'lungs', fit, margin } as const
    const placed = placeOnFilm({ rows: 200, columns: 300 }, { box }, { ...card, input })
    assert.deepEqual(placed, expected)
  })
}

test('a view of the lungs on a film without any is the whole film', () => {
  const input = { ...card.input, view: 'lungs', margin: 0.1 } as const
  const placed = placeOnFilm({ rows: 64, columns: 64 }, { box: null }, { ...card, input })
  assert.deepEqual(placed, { originX: 8, originY: 8, cellWidth: 16, cellHeight: 16 })
})

test('each class gets its own part of the output', () => {
  const values = Float32Array.from({ length: 2 * 16 }, (_, i) => i)
  const maps = explain({ maps: { gradcam: values } }, { film: filmFixture(), lungs: null, card })
  assert.deepEqual(
    maps.map(({ label, values: [first] }) => [label, first]),
    [
      ['COVID-19', 0],
      ['No finding', 16],
    ],
  )
})

test('a map whose method the card gives no scale is left out', () => {
  const grids = new Float32Array(2 * 16)
  const outputs = { maps: { gradcam: grids, hiresmap: grids } }
  const methods = explain(outputs, { film: filmFixture(), lungs: null, card }).map(({ method }) => method)
  assert.deepEqual(methods, ['gradcam', 'gradcam'])
})

// Every cell is 50 x 50 pixels of a film of 200 x 200, and the left half of its mask of 2 x 2 is lung.
test('a map says how much of it lies within the lungs', () => {
  const values = new Float32Array(2 * 16)
  // Of the first class's map 3 lies in the left half, 1 in the right one; the second has nothing.
  values.set([3, 0, 0, 1, -9])
  const inside = Uint8Array.of(1, 0, 1, 0)
  const mask = { rows: 2, columns: 2, shares: Float32Array.from(inside), inside }
  const lungs = { mask, box: { left: 0, top: 0, right: 100, bottom: 200 } }
  const outputs = { maps: { gradcam: values } }
  const maps = explain(outputs, { film: filmFixture(), lungs, card })
  assert.deepEqual(
    maps.map(({ insideLungs }) => insideLungs),
    [0.75, null],
  )
})

test('a graph without the map that its card names explains nothing', () => {
  assert.deepEqual(explain({ maps: {} }, { film: filmFixture(), lungs: null, card }), [])
})
