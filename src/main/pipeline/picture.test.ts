import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardFixture } from '../../shared/card.fixture.ts'
import { filmFixture } from './film.fixture.ts'
import { inputTensor } from './input-tensor.ts'
import { picture } from './picture.ts'

// One marked pixel at row 2, column 2.
const overlays = [{ rows: 1, columns: 1, originRow: 2, originColumn: 2, bits: Uint8Array.of(1), label: '' }]
const flat = (value: number) =>
  filmFixture({ rows: 4, columns: 4, pixels: new Uint8Array(16).fill(value), overlays })

// 200 darkened by 0.6 is 80.
const cases = [
  [200, 4, [80, 80, 80, 200, 80, 255, 80, 200, 80, 80, 80, 200, 200, 200, 200, 200]],
  [0, 4, [0, 0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  [200, 2, [255, 80, 80, 80]],
] as const
for (const [value, longSide, expected] of cases) {
  test(`on a film of ${value} an overlay is white with a dark edge, ${longSide} pixels a side`, () => {
    assert.deepEqual([...picture(flat(value), longSide).grey], expected)
  })
}

test('overlays stay out of the tensor', () => {
  const input = { ...cardFixture().input, width: 4, height: 4 }
  assert.ok(inputTensor(flat(255), null, input).every((share) => share === 1))
})

const sizes = [
  // 1999 shrinks by 1999 / 1024 and 701 to 359.1 pixels.
  [{ rows: 701, columns: 1999 }, 1024, { rows: 359, columns: 1024, scaleX: 1999 / 1024, scaleY: 701 / 359 }],
  [{ rows: 3, columns: 4000 }, 100, { rows: 1, columns: 100, scaleX: 40, scaleY: 3 }],
  [{ rows: 30, columns: 20 }, 100, { rows: 30, columns: 20, scaleX: 1, scaleY: 1 }],
] as const
for (const [film, longSide, expected] of sizes) {
  test(`${film.columns} × ${film.rows} pixels say how each side was shrunk to ${longSide}`, () => {
    const { grey, ...size } = picture(filmFixture(film), longSide)
    assert.deepEqual([size, grey.length], [expected, expected.rows * expected.columns])
  })
}

test('padding is black in a picture, at full size and smaller', () => {
  const pixels = Uint8Array.of(9, 9, 255, 255, 9, 9, 255, 255)
  const grey = { ...filmFixture().grey, inverted: true }
  const window = { centre: 1000, width: 1, function: 'LINEAR', name: '' } as const
  const film = filmFixture({ rows: 2, columns: 4, pixels, grey, window, padding: { low: 9, high: 9 } })
  assert.deepEqual([...picture(film, 4).grey], [0, 0, 255, 255, 0, 0, 255, 255])
  // The triangle filter at half size weighs three pixels 3 : 3 : 1 at the edge, so 255 / 7 and 255 × 6 / 7.
  assert.deepEqual([...picture(film, 2).grey], [36, 219])
})

const ramp = filmFixture({
  rows: 1,
  columns: 4,
  pixels: Uint8Array.of(0, 85, 170, 255),
  padding: { low: 0, high: 0 },
})
const steps = {
  kind: 'table',
  table: { firstMapped: 85, bits: 8, entries: Uint16Array.of(40, 80), name: '' },
} as const
const cut = { kind: 'window', window: { ...ramp.window, centre: 100.5, width: 2 } } as const
const opened = { kind: 'window', window: ramp.window } as const

const shades = [
  ['as it is opened', undefined, [0, 85, 170, 255]],
  ['turned round, but for its padding', { voi: opened, turned: true }, [0, 170, 85, 0]],
  ['in another window', { voi: cut, turned: false }, [0, 0, 255, 255]],
  ['in another window and turned round', { voi: cut, turned: true }, [0, 255, 0, 0]],
  ['by a table of the file', { voi: steps, turned: false }, [0, 40, 80, 80]],
] as const
for (const [how, shade, expected] of shades) {
  test(`a film is drawn ${how}`, () => {
    assert.deepEqual([...picture(ramp, 4, shade).grey], expected)
  })
}

test('a film that shrinks is drawn in the reader’s greys too', () => {
  const bright = filmFixture({ rows: 8, columns: 8, pixels: new Uint8Array(64).fill(200) })
  assert.deepEqual([...picture(bright, 1, { voi: opened, turned: true }).grey], [55])
})
