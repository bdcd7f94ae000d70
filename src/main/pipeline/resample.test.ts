import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import test from 'node:test'

import { resample } from './resample.ts'

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
    assert.deepEqual(result, Float32Array.from(expected))
  })
}

test('a whole film of 640 × 640 shrinks to 256 × 256 as Pillow does it, to the last bit', () => {
  const whole = { left: 0, top: 0, right: 640, bottom: 640 }
  const result = resample(film(640, 640), share, whole, { columns: 256, rows: 256 })
  // hashlib.sha256(numpy.asarray(image).tobytes())
  assert.equal(
    hash('sha256', new Uint8Array(result.buffer)),
    'a88ea305a9656004a3de5675d6bab9eabfdbd1343ce6178d400adc030ff71fbd',
  )
})

test('values are looked up from the smallest on, so that signed films are shown too', () => {
  const signed = { pixels: Int16Array.of(-2, -1, 0, 1), rows: 2, columns: 2, range: { min: -2, max: 1 } }
  const shares = Float32Array.of(0, 0.25, 0.5, 1)
  const whole = { left: 0, top: 0, right: 2, bottom: 2 }
  assert.deepEqual(resample(signed, shares, whole, { columns: 2, rows: 2 }), shares)
})
