import assert from 'node:assert/strict'
import test from 'node:test'

import { rgbFromYbrFull, rgbFromYbrPartial } from './ybr.ts'

// PS3.3 C.7.6.3.1.2 forwards, e.g. pure red: Y = .2990 × 255, CB = -.1687 × 255 + 128, CR = .5 × 255 + 128.
const full = [
  ['red', [76, 85, 255], [254, 0, 0]],
  ['green', [150, 44, 21], [0, 255, 1]],
  ['blue', [29, 255, 107], [0, 0, 254]],
  ['white', [255, 128, 128], [255, 255, 255]],
  ['mid grey', [100, 128, 128], [100, 100, 100]],
] as const

for (const [colour, ybr, rgb] of full) {
  test(`YBR_FULL ${colour} is ${rgb.join(' ')}`, () => {
    assert.deepEqual([...rgbFromYbrFull({ samples: Uint8Array.from(ybr), bits: 8 }).samples], rgb)
  })
}

// Luma runs from 16 to 235: 16 is black and 235 is white.
const partial = [
  ['black', [16, 128, 128], [0, 0, 0]],
  ['white', [235, 128, 128], [255, 255, 255]],
  ['red', [81, 90, 240], [254, 0, 0]],
] as const

for (const [colour, ybr, rgb] of partial) {
  test(`YBR_PARTIAL ${colour} is ${rgb.join(' ')}`, () => {
    assert.deepEqual([...rgbFromYbrPartial({ samples: Uint8Array.from(ybr), bits: 8 }).samples], rgb)
  })
}

// jdcolor.c: (116130 × CB + 32768) >> 16 is -222 of CB = 3 - 128, where 1.772 × CB is -221.5.
// bits, Y CB CR, R G B
const likeLibjpeg = [
  [8, [250, 3, 128], [250, 255, 28]],
  [6, [20, 40, 10], [0, 33, 34]],
  [16, [20_000, 0, 65_535], [65535, 7877, 0]],
  [16, [30_000, 65_535, 0], [0, 42124, 65535]],
] as const

for (const [bits, ybr, rgb] of likeLibjpeg) {
  test(`YBR_FULL ${ybr.join(' ')} of ${bits} bits is ${rgb.join(' ')}, as libjpeg has it`, () => {
    const samples = bits > 8 ? Uint16Array.from(ybr) : Uint8Array.from(ybr)
    assert.deepEqual([...rgbFromYbrFull({ samples, bits }).samples], rgb)
  })
}

for (const [bits, Samples] of [
  [8, Uint8Array],
  [12, Uint16Array],
] as const) {
  test(`every pixel of many of ${bits} bits is turned into RGB, and the samples stay`, () => {
    const samples = new Samples(3 * 40_001).fill(2 ** (bits - 1))
    samples.set([100, 2 ** (bits - 1), 2 ** (bits - 1)], 3 * 40_000)
    const before = samples.slice()
    const rgb = rgbFromYbrFull({ samples, bits }).samples
    assert.deepEqual(rgb.subarray(0, -3), samples.subarray(0, -3))
    assert.deepEqual([...rgb.subarray(-3)], [100, 100, 100])
    assert.deepEqual(samples, before)
  })
}

test('at 16 bits grey stays grey', () => {
  const { samples } = rgbFromYbrFull({ samples: Uint16Array.of(40_000, 32_768, 32_768), bits: 16 })
  assert.deepEqual([...samples], [40_000, 40_000, 40_000])
})
