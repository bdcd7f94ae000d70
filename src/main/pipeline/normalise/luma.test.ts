import assert from 'node:assert/strict'
import test from 'node:test'

import { luma } from './luma.ts'

// Image.new('RGB', (1, 1), colour).convert('L').getpixel((0, 0)) in Pillow 9.4.
const cases = [
  [[255, 0, 0], 76],
  [[0, 255, 0], 150],
  [[0, 0, 255], 29],
  [[1, 2, 3], 2],
  [[200, 100, 50], 124],
  [[13, 250, 77], 159],
  [[255, 255, 255], 255],
] as const

for (const [colour, grey] of cases) {
  test(`${colour.join(' ')} is ${grey}, as in Pillow`, () => {
    assert.deepEqual([...luma({ samples: Uint8Array.from(colour), bits: 8 })], [grey])
  })
}

test('white of 16 bits is white and does not overflow', () => {
  assert.deepEqual([...luma({ samples: Uint16Array.of(65_535, 65_535, 65_535), bits: 16 })], [65_535])
})
