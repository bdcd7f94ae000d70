import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lungsOf } from './lungs-of.ts'

// A film of 40 x 20 pixels letterboxed into 4 x 4: rows 1 and 2 hold it, ten film pixels to one of the input.
const found = {
  width: 4,
  filled: { x: 0, y: 1, width: 4, height: 2 },
  scaleX: 10,
  scaleY: 10,
}
// prettier-ignore
const shares = Float32Array.of(
  1, 1, 1, 1,
  0, 0.5, 0.25, 0,
  0, 0.75, 1, 0,
  1, 1, 1, 1,
)

test('the bars are no part of the mask', () => {
  const { mask } = lungsOf({ ...found, shares }, 0.5)
  assert.deepEqual([mask.rows, mask.columns, ...mask.shares], [2, 4, 0, 0.5, 0.25, 0, 0, 0.75, 1, 0])
  assert.deepEqual([...mask.inside], [0, 1, 0, 0, 0, 1, 1, 0])
})

test('the box goes round the lungs in pixels of the film, and the area is their share of it', () => {
  const { box, area } = lungsOf({ ...found, shares }, 0.5)
  assert.deepEqual([box, area], [{ left: 10, top: 0, right: 30, bottom: 20 }, 3 / 8])
})

test('a film without lungs has no box', () => {
  const { box, area } = lungsOf({ ...found, shares: new Float32Array(16) }, 0.5)
  assert.deepEqual([box, area], [null, 0])
})
