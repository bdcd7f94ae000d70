import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lungsAlone } from './lungs-alone.ts'

const line = (...values: number[]) => Float32Array.from(values)

test('what is no lung gets the mean of the lungs', () => {
  // A side so short that 0.04 of it is less than half a pixel: nothing beyond the lungs is kept.
  const size = { width: 6, height: 1 }
  const shares = line(0, 0.49, 0.5, 1, 0, 0)
  assert.deepEqual(lungsAlone(line(9, 9, 1, 3, 9, 9), shares, size), line(2, 2, 1, 3, 2, 2))
})

test('a disc of 0.04 of the shorter side round each lung is kept', () => {
  // 50 x 50: a radius of 2, which is 13 pixels.
  const size = { width: 50, height: 50 }
  const shares = new Float32Array(2500)
  shares[20 * 50 + 20] = 1
  const tensor = Float32Array.from({ length: 2500 }, (_, i) => i % 2)
  tensor[20 * 50 + 20] = 5
  const made = lungsAlone(tensor, shares, size)
  const kept = Array.from({ length: 5 }, (_, row) =>
    Array.from({ length: 5 }, (_, column) => {
      const at = (18 + row) * 50 + 18 + column
      return made[at] === tensor[at] ? '#' : '.'
    }).join(''),
  )
  assert.deepEqual(kept, ['..#..', '.###.', '#####', '.###.', '..#..'])
  // Of the 13 the centre is 5 and the six in odd columns are 1.
  const mean = Math.fround(11 / 13)
  assert.deepEqual([made[0], made[2499], made[21 * 50 + 22]], [mean, mean, mean])
})

test('a mask that no pixel of the input meets hides nothing', () => {
  const tensor = line(1, 2, 3)
  assert.deepEqual(lungsAlone(tensor, line(0, 0.4, 0), { width: 3, height: 1 }), tensor)
})
