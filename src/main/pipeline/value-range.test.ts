import assert from 'node:assert/strict'
import { test } from 'node:test'
import { valueRange } from './value-range.ts'

const cases = [
  ['of one byte', Uint8Array.of(7), 7, 7],
  ['of bytes that fill no vector', Uint8Array.of(200, 3, 9), 3, 200],
  ['of bytes, at the ends of their type', Uint8Array.from({ length: 256 }, (_, i) => i), 0, 255],
  ['of signed bytes', Int8Array.from({ length: 257 }, (_, i) => i - 128), -128, 127],
  ['of signed bytes below 0', new Int8Array(33).fill(-5), -5, -5],
  ['of 16 bits', Uint16Array.from({ length: 100 }, (_, i) => 60_000 - i), 59_901, 60_000],
  [
    'of 16 bits, at the ends of their type',
    Uint16Array.of(0, ...Array<number>(20).fill(9), 65_535),
    0,
    65_535,
  ],
  ['of signed 16 bits', Int16Array.from({ length: 50 }, (_, i) => 20 - 1000 * (i % 3)), -1980, 20],
  [
    'of signed 16 bits, at the ends of their type',
    Int16Array.of(...Array<number>(16).fill(0), -32_768, 32_767),
    -32_768,
    32_767,
  ],
] as const

for (const [name, pixels, min, max] of cases) {
  test(`the range ${name} goes from ${min} to ${max}`, () => {
    assert.deepEqual(valueRange(pixels), { min, max })
  })
}

for (const place of [0, 15, 16, 65_535, 65_536, 199_998, 199_999, 200_002]) {
  test(`a value is found at place ${place} of a long film`, () => {
    for (const value of [1, 501]) {
      const pixels = new Uint16Array(200_003).fill(500)
      pixels[place] = value
      assert.deepEqual(valueRange(pixels), { min: Math.min(value, 500), max: Math.max(value, 500) })
    }
  })
}

test('pixels may be a part of larger memory', () => {
  assert.deepEqual(valueRange(Uint8Array.of(0, ...Array<number>(40).fill(8), 255).subarray(1, 41)), {
    min: 8,
    max: 8,
  })
})

test('a film is looked at once, however often it is asked', () => {
  const pixels = Uint8Array.of(3, 4, 5)
  assert.equal(valueRange(pixels), valueRange(pixels))
  assert.notEqual(valueRange(pixels), valueRange(pixels.slice()))
})
