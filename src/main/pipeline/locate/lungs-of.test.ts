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

test('a speck does not stretch the box', () => {
  // 40 pixels of lung in rows 2 to 5; one of 1 pixel, which is less than 1 in 20 of it, at the end of row 8; one of 2.
  const size = { width: 10, height: 10 }
  const sure = new Float32Array(100)
  sure.fill(0.9, 20, 60)
  sure[89] = 0.9
  sure.fill(0.9, 70, 72)
  const { box } = lungsOf(
    { shares: sure, width: 10, filled: { x: 0, y: 0, ...size }, scaleX: 2, scaleY: 2 },
    0.5,
  )
  assert.deepEqual(box, { left: 0, top: 4, right: 20, bottom: 16 })
})
