import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import test from 'node:test'

import type { StoredPixels } from './film.ts'
import { resample, type Region } from './resample.ts'
import type { Size } from './resample/plane.ts'
import { triangleWeights, type Weights } from './resample/triangle-weights.ts'

/** Pillow adds in double precision, `resample` in single, whose numbers below 1 lie up to 6e-8 apart. */
const TOLERANCE = 1e-6

function assertNear(actual: Float32Array, expected: Float32Array): void {
  assert.equal(actual.length, expected.length)
  const farthest = actual.reduce((most, value, i) => Math.max(most, Math.abs(value - expected[i]!)), 0)
  assert.ok(farthest <= TOLERANCE, `differs by ${farthest}`)
}

// What Pillow 9.4 gives, in single precision:
//   film = (row * 29 + column * 17) % 256 / float32(255)
//   Image.fromarray(film).resize(size, Image.BILINEAR, box=box)
// prettier-ignore
const cases = [
  { name: 'shrinks by uneven factors', rows: 5, columns: 7, box: [0, 0, 7, 5], size: [3, 2],
    expected: [0.17086835, 0.3137255, 0.45658264, 0.39831933, 0.5411765, 0.68403363] },
  { name: 'grows', rows: 3, columns: 2, box: [0, 0, 2, 3], size: [5, 4],
    expected: [0.0, 0.006666667, 0.033333335, 0.060000002, 0.06666667, 0.071078435, 0.0777451, 0.104411766, 0.13107844, 0.1377451, 0.15637255, 0.16303922, 0.1897059, 0.21637256, 0.22303922, 0.22745098, 0.23411766, 0.26078433, 0.287451, 0.29411766] },
  { name: 'keeps its size', rows: 3, columns: 4, box: [0, 0, 4, 3], size: [4, 3],
    expected: [0.0, 0.06666667, 0.13333334, 0.2, 0.11372549, 0.18039216, 0.24705882, 0.3137255, 0.22745098, 0.29411766, 0.36078432, 0.42745098] },
  { name: 'takes a box on whole pixels', rows: 8, columns: 9, box: [2, 1, 8, 7], size: [3, 2],
    expected: [0.39411765, 0.527451, 0.6607843, 0.7213508, 0.6594771, 0.5] },
  { name: 'takes a box between pixels', rows: 8, columns: 9, box: [1.25, 0.5, 7.75, 6.9], size: [3, 2],
    expected: [0.31806722, 0.4656863, 0.61330533, 0.66091615, 0.68296015, 0.5554292] },
  { name: 'grows a small box', rows: 8, columns: 9, box: [3, 3, 5, 4.5], size: [4, 3],
    expected: [0.49607846, 0.5294118, 0.5627451, 0.59607846, 0.5529412, 0.5862745, 0.61960787, 0.65294117, 0.609804, 0.6431373, 0.67647064, 0.70980394] },
  { name: 'squeezes to one pixel', rows: 6, columns: 11, box: [0, 0, 11, 6], size: [1, 1],
    expected: [0.53735787] },
  { name: 'shrinks one way and grows the other', rows: 9, columns: 3, box: [0, 0, 3, 9], size: [5, 2],
    expected: [0.24827397, 0.27494064, 0.31494063, 0.35494062, 0.3816073, 0.66152996, 0.6881966, 0.7281966, 0.67487437, 0.63932616] },
] as const

function film(rows: number, columns: number) {
  const pixels = new Uint8Array(rows * columns)
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = (Math.floor(i / columns) * 29 + (i % columns) * 17) % 256
  }
  return { pixels, rows, columns, range: { min: 0, max: 255 } }
}

const share = new Float32Array(256).map((_, value) => value / 255)

for (const { name, rows, columns, box, size, expected } of cases) {
  test(`a film ${name} as Pillow does it`, () => {
    const [left, top, right, bottom] = box
    const [across, down] = size
    const result = resample(
      film(rows, columns),
      share,
      { left, top, right, bottom },
      { columns: across, rows: down },
    )
    assertNear(result, Float32Array.from(expected))
  })
}

interface PlainFilm {
  readonly pixels: StoredPixels
  readonly rows: number
  readonly columns: number
  readonly range: { readonly min: number; readonly max: number }
}

/** The same without a kernel, as Pillow does it: along the rows, then down the columns, single precision between. */
function plainly(film: PlainFilm, shares: Float32Array, region: Region, size: Size): Float32Array {
  const across = triangleWeights(film.columns, [region.left, region.right], size.columns)
  const down = triangleWeights(film.rows, [region.top, region.bottom], size.rows)
  const shown = Float32Array.from(film.pixels, (value) => shares[value - film.range.min]!)
  const squeezed = new Float32Array(film.rows * size.columns)
  for (let i = 0; i < squeezed.length; i++) {
    const row = Math.floor(i / size.columns)
    squeezed[i] = weighted(across, i % size.columns, (column) => shown[row * film.columns + column]!)
  }
  return Float32Array.from({ length: size.rows * size.columns }, (_, i) => {
    const column = i % size.columns
    return weighted(down, Math.floor(i / size.columns), (row) => squeezed[row * size.columns + column]!)
  })
}

function weighted(
  { starts, counts, weights, widest }: Weights,
  output: number,
  input: (i: number) => number,
): number {
  let sum = 0
  for (let i = 0; i < counts[output]!; i++) sum += weights[output * widest + i]! * input(starts[output]! + i)
  return sum
}

test('a whole film of 640 × 640 shrinks to 256 × 256 as Pillow does it', () => {
  const whole = { left: 0, top: 0, right: 640, bottom: 640 }
  const size = { columns: 256, rows: 256 }
  const plain = plainly(film(640, 640), share, whole, size)
  // hashlib.sha256(numpy.asarray(image).tobytes())
  assert.equal(
    hash('sha256', new Uint8Array(plain.buffer)),
    'a88ea305a9656004a3de5675d6bab9eabfdbd1343ce6178d400adc030ff71fbd',
  )
  assertNear(resample(film(640, 640), share, whole, size), plain)
})

/** Values over all of their type, in no order. */
function scattered<Pixels extends StoredPixels>(pixels: Pixels): Pixels {
  let state = 1
  for (let i = 0; i < pixels.length; i++) {
    // Numerical Recipes, 7.1: its lower bits repeat soon.
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    pixels[i] = state >> 12
  }
  return pixels
}

const cells = [
  { make: (length: number) => new Uint8Array(length), range: { min: 0, max: 255 } },
  { make: (length: number) => new Int8Array(length), range: { min: -128, max: 127 } },
  { make: (length: number) => new Uint16Array(length), range: { min: 0, max: 65_535 } },
  { make: (length: number) => new Int16Array(length), range: { min: -32_768, max: 32_767 } },
]

// prettier-ignore
const shapes = [
  { rows: 1, columns: 1, box: [0, 0, 1, 1], size: [1, 1] },
  { rows: 1, columns: 1, box: [0, 0, 1, 1], size: [7, 5] },
  { rows: 2, columns: 3, box: [0, 0, 3, 2], size: [64, 1] },
  { rows: 7, columns: 5, box: [0, 0, 5, 7], size: [5, 7] },
  { rows: 131, columns: 97, box: [0, 0, 97, 131], size: [64, 64] },
  { rows: 131, columns: 97, box: [13, 7, 90, 122], size: [31, 33] },
  { rows: 131, columns: 97, box: [12.5, 6.25, 90.75, 122.5], size: [128, 50] },
  { rows: 61, columns: 59, box: [0, 0, 59, 61], size: [256, 255] },
  { rows: 1000, columns: 3, box: [0, 0, 3, 1000], size: [16, 17] },
  { rows: 3, columns: 1001, box: [0, 0, 1001, 3], size: [17, 16] },
  { rows: 1500, columns: 401, box: [0, 0, 401, 1500], size: [1, 1] },
  { rows: 300, columns: 301, box: [298, 297, 301, 300], size: [9, 9] },
] as const

for (const { rows, columns, box, size } of shapes) {
  const [left, top, right, bottom] = box
  const [across, down] = size
  test(`${columns} × ${rows} at ${box.join(', ')} to ${across} × ${down} is what plain sums give`, () => {
    for (const { make, range } of cells) {
      const plane = { pixels: scattered(make(rows * columns)), rows, columns, range }
      const last = range.max - range.min
      const shares = Float32Array.from({ length: last + 1 }, (_, i) => i / last)
      const asked = [shares, { left, top, right, bottom }, { columns: across, rows: down }] as const
      assertNear(resample(plane, ...asked), plainly(plane, ...asked))
    }
  })
}

test('pixels may be a part of larger memory', () => {
  const pixels = new Uint8Array([9, 9, 9, ...film(3, 5).pixels, 9]).subarray(3, 18)
  const whole = { left: 0, top: 0, right: 5, bottom: 3 }
  const result = resample({ ...film(3, 5), pixels }, share, whole, { columns: 5, rows: 3 })
  assertNear(
    result,
    film(3, 5).pixels.reduce((out, value, i) => out.fill(value / 255, i), new Float32Array(15)),
  )
})

test('a film leaves nothing of itself to the next', () => {
  const whole = { left: 0, top: 0, right: 40, bottom: 40 }
  const size = { columns: 10, rows: 10 }
  const before = resample(film(40, 40), share, whole, size)
  const large = { left: 0, top: 0, right: 600, bottom: 600 }
  resample(
    film(600, 600),
    share.map(() => 1),
    large,
    { columns: 99, rows: 77 },
  )
  assert.deepEqual(resample(film(40, 40), share, whole, size), before)
})

test('what lies in a frame has nothing round it, whatever lay there before', () => {
  const whole = { left: 0, top: 0, right: 4, bottom: 2 }
  const wide = { pixels: new Uint8Array(8).fill(1), rows: 2, columns: 4, range: { min: 1, max: 1 } }
  const white = Float32Array.of(1)
  resample(wide, white, whole, { columns: 4, rows: 3 })
  const frame = { left: 1, top: 1, columns: 4, rows: 3 }
  // prettier-ignore
  assert.deepEqual([...resample(wide, white, whole, { columns: 2, rows: 1, frame })], [
    0, 0, 0, 0,
    0, 1, 1, 0,
    0, 0, 0, 0,
  ])
})

test('values are looked up from the smallest on, so that signed films are shown too', () => {
  const signed = { pixels: Int16Array.of(-2, -1, 0, 1), rows: 2, columns: 2, range: { min: -2, max: 1 } }
  const shares = Float32Array.of(0, 0.25, 0.5, 1)
  const whole = { left: 0, top: 0, right: 2, bottom: 2 }
  assert.deepEqual(resample(signed, shares, whole, { columns: 2, rows: 2 }), shares)
})

test('what other films left in the memory is no part of the next one', () => {
  const shrink = (value: number, pixels: Uint8Array | Uint16Array, [columns, rows]: [number, number]) =>
    resample(
      { pixels: pixels.fill(value), rows, columns, range: { min: value, max: value } },
      Float32Array.of(0.5),
      { left: 0, top: 0, right: columns, bottom: rows },
      { columns: 4, rows: 4 },
    )
  // A film one pixel narrower is read with what this one leaves behind its rows, for whose value there is no share,
  shrink(0x8080, new Uint16Array(512 ** 2), [512, 512])
  // and where that would be in the table there are bytes of this film, which are no number.
  shrink(255, new Uint8Array(4096 * 32), [4096, 32])
  assertNear(shrink(7, new Uint16Array(511 ** 2), [511, 511]), new Float32Array(16).fill(0.5))
})
