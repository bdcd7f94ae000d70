import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { outline, type PlanePoint } from './outline.ts'

const lines = (columns: number, values: readonly number[], level: number) =>
  outline({ rows: values.length / columns, columns, values }, level).map(({ from, to }) =>
    [written(from), written(to)].toSorted().join(' to '),
  )
const written = ({ column, row }: PlanePoint) => `${column},${row}`

describe('the line round what is at or above a level', () => {
  test('is a diamond round a single value, half-way to its neighbours', () => {
    assert.deepEqual(lines(1, [2], 1).toSorted(), [
      '-0.5,0 to 0,-0.5',
      '-0.5,0 to 0,0.5',
      '0,-0.5 to 0.5,0',
      '0,0.5 to 0.5,0',
    ])
  })

  test('lies nearer to the value that is nearer to the level', () => {
    // From 4 at the level of 3 to 0 beyond: a quarter of the way.
    assert.ok(lines(1, [4], 3).includes('0,-0.25 to 0.25,0'))
  })

  test('does not pass between values that are all above, and there is none where all are below', () => {
    assert.ok(lines(2, [2, 2, 2, 2], 1).every((line) => !line.includes('0.5,0.5')))
    assert.deepEqual(lines(2, [0, 0, 0, 0], 1), [])
  })

  test('joins two opposite corners where the middle is above', () => {
    const square = lines(2, [4, 0, 0, 4], 2)
    assert.ok(square.includes('0.5,0 to 1,0.5') && square.includes('0,0.5 to 0.5,1'))
  })

  test('parts two opposite corners where the middle is below', () => {
    // From 3 at the level of 2 to -1: a quarter of the way.
    const square = lines(2, [3, -1, -1, 3], 2)
    assert.ok(square.includes('0,0.25 to 0.25,0') && square.includes('0.75,1 to 1,0.75'))
  })
})
