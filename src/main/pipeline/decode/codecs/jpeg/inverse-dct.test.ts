import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inverseDct } from './inverse-dct.ts'

const ONES = new Int32Array(64).fill(1)

function samplesOf(coefficients: readonly number[], precision: 8 | 12): number[] {
  const samples = new Uint16Array(64)
  inverseDct(
    Int16Array.from({ length: 64 }, (_, i) => coefficients[i] ?? 0),
    0,
    ONES,
    {
      samples,
      start: 0,
      stride: 8,
      precision,
    },
  )
  return [...samples]
}

function flat(value: number): number[] {
  return Array.from({ length: 64 }, () => value)
}

/** ITU-T T.81 A.3.3, as it is defined. */
function byDefinition(coefficients: readonly number[], precision: number): number[] {
  const scale = (k: number): number => (k === 0 ? Math.SQRT1_2 : 1)
  const wave = (position: number, k: number): number => Math.cos(((2 * position + 1) * k * Math.PI) / 16)
  return Array.from({ length: 64 }, (_, i) => {
    const [y, x] = [Math.floor(i / 8), i % 8]
    let sum = 0
    coefficients.forEach((value, k) => {
      const [v, u] = [Math.floor(k / 8), k % 8]
      sum += (scale(u) * scale(v) * value * wave(x, u) * wave(y, v)) / 4
    })
    return Math.min(Math.max(Math.round(sum) + 2 ** (precision - 1), 0), 2 ** precision - 1)
  })
}

test('a block of nothing is the middle of the range', () => {
  assert.deepEqual(samplesOf([], 8), flat(128))
  assert.deepEqual(samplesOf([], 12), flat(2048))
})

test('a DC coefficient of 8 is one grey level', () => {
  assert.deepEqual(samplesOf([80], 12), flat(2058))
  assert.deepEqual(samplesOf([-80], 8), flat(118))
})

test('samples stay in their range', () => {
  assert.deepEqual(samplesOf([32_767], 12), flat(4095))
  assert.deepEqual(samplesOf([-32_768], 12), flat(0))
})

for (const precision of [8, 12] as const) {
  test(`blocks of ${precision} bits are the definition's to one grey level`, () => {
    for (let block = 1; block <= 50; block++) {
      // Spread like those of a picture: the higher the frequency, the smaller.
      const coefficients = Array.from({ length: 64 }, (_, k) => {
        const noise = (Math.imul(block * 64 + k, 0x9e3779b1) >>> 8) / 2 ** 23 - 1
        return Math.round((noise * 2 ** precision) / (1 + (k >> 3) + (k & 7)))
      })
      const expected = byDefinition(coefficients, precision)
      samplesOf(coefficients, precision).forEach((sample, i) => {
        assert.ok(
          Math.abs(sample - expected[i]!) <= 1,
          `block ${block}, sample ${i}: ${sample} for ${expected[i]}`,
        )
      })
    }
  })
}
