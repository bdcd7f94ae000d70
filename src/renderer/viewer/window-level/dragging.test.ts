import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { WindowFunction } from '../../../shared/greyscale/grey-transform.ts'
import { dragging, draggedWindow } from './dragging.ts'

const span = { low: 0, high: 4095 }
const origin = { x: 10, y: 20 }

function drag(
  centre: number,
  width: number,
  by: readonly [number, number],
  shape: WindowFunction = 'LINEAR',
) {
  const start = dragging(origin, { centre, width, function: shape, name: 'Lung' }, span)
  return draggedWindow(start, { x: origin.x + by[0], y: origin.y + by[1] })
}

describe('dragging the window', () => {
  const cases = [
    // centre, width, right, down -> centre, width
    [100, 200, 240, 0, 100, 400],
    [100, 200, -240, 0, 100, 100],
    [100, 200, 0, 480, 300, 200],
    [100, 200, 0, -48, 80, 200],
    [1000, 2000, 240, 48, 1200, 4000],
  ] as const
  for (const [centre, width, right, down, toCentre, toWidth] of cases) {
    test(`${centre}/${width} by ${right} right and ${down} down is ${toCentre}/${toWidth}`, () => {
      const window = drag(centre, width, [right, down])
      assert.deepEqual([window.centre, window.width], [toCentre, toWidth])
    })
  }

  test('a LINEAR window is never narrower than 1', () => {
    assert.equal(drag(100, 200, [-9999, 0]).width, 1)
  })

  test('a LINEAR_EXACT window may be narrower than 1 and never 0', () => {
    assert.equal(drag(100, 200, [-99_999, 0], 'LINEAR_EXACT').width, 4095 / 65_536)
  })

  test('a window is never wider than four times the film’s values', () => {
    assert.equal(drag(100, 200, [9999, 0]).width, 4 * 4095)
  })

  test('the shape of the window stays, its name does not', () => {
    const { function: shape, name } = drag(100, 200, [1, 1], 'SIGMOID')
    assert.deepEqual([shape, name], ['SIGMOID', ''])
  })
})
