import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardFixture } from '../packs/card.fixture.ts'
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
    assert.deepEqual(placeOnFilm(size, { ...card, input: { ...letterbox, fit } }), expected)
  })
}

test('each class gets its own part of the output', () => {
  const values = Float32Array.from({ length: 2 * 16 }, (_, i) => i)
  const maps = explain(
    { probabilities: Float32Array.of(1, 0), maps: { gradcam: values } },
    filmFixture(),
    card,
  )
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
  const outputs = { probabilities: Float32Array.of(1, 0), maps: { gradcam: grids, hiresmap: grids } }
  const methods = explain(outputs, filmFixture(), card).map(({ method }) => method)
  assert.deepEqual(methods, ['gradcam', 'gradcam'])
})

test('a graph without the map that its card names explains nothing', () => {
  assert.deepEqual(explain({ probabilities: Float32Array.of(1, 0), maps: {} }, filmFixture(), card), [])
})
