import assert from 'node:assert/strict'
import { test } from 'node:test'
import { turned, type Picture } from './turned.ts'

// Two rows of film under one row of bar:
//   0    0    0
//   0    0.25 0.5
//   0.75 1    0.25
const picture: Picture = {
  grey: Float32Array.of(0, 0, 0, 0, 0.25, 0.5, 0.75, 1, 0.25),
  width: 3,
  height: 3,
  filled: { x: 0, y: 1, width: 3, height: 2 },
}

const cases = [
  ['as it is', [0, 0, 0, 0, 0.25, 0.5, 0.75, 1, 0.25], { x: 0, y: 1, width: 3, height: 2 }],
  ['inverted', [0, 0, 0, 1, 0.75, 0.5, 0.25, 0, 0.75], { x: 0, y: 1, width: 3, height: 2 }],
  ['upside down', [0.25, 1, 0.75, 0.5, 0.25, 0, 0, 0, 0], { x: 0, y: 0, width: 3, height: 2 }],
  ['to the right', [0.75, 0, 0, 1, 0.25, 0, 0.25, 0.5, 0], { x: 0, y: 0, width: 2, height: 3 }],
  ['to the left', [0, 0.5, 0.25, 0, 0.25, 1, 0, 0, 0.75], { x: 1, y: 0, width: 2, height: 3 }],
] as const

for (const [way, grey, filled] of cases) {
  test(`a picture ${way}`, () => {
    const seen = turned(picture, way)
    assert.deepEqual([[...seen.grey], seen.filled], [grey, filled])
  })
}

test('what is no square is not turned to its side', () => {
  const wide = {
    ...picture,
    grey: picture.grey.subarray(3),
    height: 2,
    filled: { x: 0, y: 0, width: 3, height: 2 },
  }
  assert.equal(turned(wide, 'to the left'), wide)
})
