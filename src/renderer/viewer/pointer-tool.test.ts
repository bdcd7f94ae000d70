import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Voi } from '../../shared/greyscale/grey-transform.ts'
import { cancelled, idle, moved, nudged, pressed, type Hold } from './pointer-tool.ts'

const window: Voi = { kind: 'window', window: { centre: 100, width: 200, function: 'LINEAR', name: 'W' } }
const table: Voi = {
  kind: 'table',
  table: { firstMapped: 0, bits: 8, entries: Uint16Array.from([255, 128, 0]), name: 'T' },
}
const hold = (voi: Voi, density = 1): Hold => ({ voi, span: { low: 0, high: 4095 }, density })
const at = (x: number, y: number) => ({ x, y })

describe('the pointer on the film', () => {
  test('a click changes nothing', () => {
    assert.deepEqual(cancelled(pressed(at(0, 0), 0)), { next: idle, events: [] })
  })

  test('moving without a button changes nothing', () => {
    assert.deepEqual(moved(idle, at(9, 9), hold(window)), { next: idle, events: [] })
  })

  test('a drag with the left button sets the window', () => {
    const { next, events } = moved(pressed(at(0, 0), 0), at(240, 0), hold(window))
    assert.equal(next.tool, 'window-level')
    assert.deepEqual(events, [
      { type: 'window.dragged', window: { centre: 100, width: 400, function: 'LINEAR', name: '' } },
    ])
  })

  test('a drag counts from where it began, not from the last move', () => {
    const first = moved(pressed(at(0, 0), 0), at(100, 0), hold(window))
    const second = moved(first.next, at(240, 0), hold(window))
    assert.deepEqual(second.events, [
      { type: 'window.dragged', window: { centre: 100, width: 400, function: 'LINEAR', name: '' } },
    ])
  })

  test('the first move away from a VOI LUT goes by the window nearest to it', () => {
    const { events } = moved(pressed(at(0, 0), 0), at(0, 0), hold(table))
    assert.deepEqual(
      events.map(({ type }) => type),
      ['table.left', 'window.dragged'],
    )
    assert.equal(events[0]?.type === 'table.left' && events[0].turns, true)
  })

  test('a cancelled drag gives back the window it began with', () => {
    const { next } = moved(pressed(at(0, 0), 0), at(50, 50), hold(window))
    assert.deepEqual(cancelled(next), {
      next: idle,
      events: [{ type: 'window.dragged', window: window.window }],
    })
  })

  for (const [name, button] of [
    ['middle', 1],
    ['right', 2],
  ] as const) {
    test(`a drag with the ${name} button moves the film step by step`, () => {
      const first = moved(pressed(at(10, 10), button), at(15, 8), hold(window))
      const second = moved(first.next, at(16, 8), hold(window))
      assert.deepEqual(first.events, [{ type: 'view.panned', by: { x: 5, y: -2 } }])
      assert.deepEqual(second.events, [{ type: 'view.panned', by: { x: 1, y: 0 } }])
    })
  }

  test('on a dense screen the film keeps to the pointer', () => {
    const { events } = moved(pressed(at(0, 0), 2), at(5, 5), hold(window, 2))
    assert.deepEqual(events, [{ type: 'view.panned', by: { x: 10, y: 10 } }])
  })

  test('a key does what a drag of its length does', () => {
    assert.deepEqual(nudged(at(240, 0), hold(window)), [
      { type: 'window.dragged', window: { centre: 100, width: 400, function: 'LINEAR', name: '' } },
    ])
  })
})
