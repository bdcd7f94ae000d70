import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lungContrast } from './contrast.ts'

const masked = (inside: readonly number[]) => ({
  rows: 2,
  columns: 5,
  inside: Uint8Array.from(inside),
  shares: Float32Array.from(inside),
})

test('what lies between the lungs in the same row is set against the lungs', () => {
  // Lungs 1 and 0.5 and 0 and 0.5, so 0.5; between them 0.75 and 1; what is outside does not count.
  const grey = Float32Array.of(9, 1, 0.75, 0.5, 9, 0, 1, 0.5, 9, 9)
  assert.equal(lungContrast(grey, masked([0, 1, 0, 1, 0, 1, 0, 1, 0, 0])), 0.375)
})

test('one lung has nothing between', () => {
  assert.equal(lungContrast(new Float32Array(10).fill(1), masked([0, 1, 1, 0, 0, 0, 1, 1, 0, 0])), 0)
})
