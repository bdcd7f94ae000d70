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

test('at 16 bits grey stays grey', () => {
  const { samples } = rgbFromYbrFull({ samples: Uint16Array.of(40_000, 32_768, 32_768), bits: 16 })
  assert.deepEqual([...samples], [40_000, 40_000, 40_000])
})
