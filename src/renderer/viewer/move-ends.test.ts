import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { filmId } from '../../shared/units.ts'
import { openedFilm } from '../opened-film.fixture.ts'
import type { HeldEnd } from '../state/held-end.ts'
import type { WindowEvent } from '../state/window-event.ts'
import { initialState, updateWindow, type WindowState } from '../state/window-state.ts'
import { endsOn } from './hold-ends.ts'
import { loadedFilm } from './loaded-film.ts'
import { broughtIntoView, endByKey } from './move-ends.ts'

const id = filmId('film-1')
const film = openedFilm({ id, rows: 30, columns: 40 })
const loaded = loadedFilm(film, { grey: new ArrayBuffer(2400), colour: null, overlay: null })
const after = (state: WindowState, ...events: readonly WindowEvent[]) => events.reduce(updateWindow, state)

/** A line from (10, 10) to (20, 10) on a film of 40 by 30 that fills a canvas of 400 by 300. */
const opened = after(
  initialState,
  { type: 'films.changed', films: [{ id, name: 'a.dcm', state: { kind: 'unread' } }] },
  { type: 'canvas.resized', size: { width: 400, height: 300 } },
  { type: 'film.chosen', id, frame: 0 },
  { type: 'film.shown', loaded },
  { type: 'tool.chosen', kind: 'length' },
  { type: 'line.begun', id, frame: 0, at: { x: 10, y: 10 } },
  { type: 'line.moved', to: { x: 20, y: 10 } },
  { type: 'line.ended' },
)
const end: HeldEnd = { key: 1, line: 0, end: 'to' }
const press = (state: WindowState, key: string, shiftKey = false) =>
  after(state, ...endByKey(state, 'current', end, { key, shiftKey }))
const placeOf = ({ marks }: WindowState) => marks.drawn[0]?.lines[0]?.to

describe('an end of a line that has the focus', () => {
  // Ten pixels of the screen to one of the film.
  const cases = [
    ['ArrowRight', false, { x: 20.1, y: 10 }],
    ['ArrowLeft', false, { x: 19.9, y: 10 }],
    ['ArrowUp', true, { x: 20, y: 9 }],
    ['ArrowDown', true, { x: 20, y: 11 }],
  ] as const
  for (const [key, shift, expected] of cases) {
    test(`${key}${shift ? ' with Shift' : ''} moves it by ${shift ? 'ten pixels' : 'a pixel'} of the screen`, () => {
      assert.deepEqual(placeOf(press(opened, key, shift)), expected)
    })
  }

  test('stays on the film', () => {
    let state = opened
    for (let i = 0; i < 30; i++) state = press(state, 'ArrowRight', true)
    assert.deepEqual(placeOf(state), { x: 40, y: 10 })
  })

  test('stops short of the other end, and can go round it', () => {
    let state = opened
    for (let i = 0; i < 20; i++) state = press(state, 'ArrowLeft', true)
    assert.deepEqual(placeOf(state), { x: 11, y: 10 })
    assert.deepEqual(placeOf(press(state, 'ArrowUp', true)), { x: 11, y: 9 })
  })

  test('goes with its mark by Delete or Backspace', () => {
    for (const key of ['Delete', 'Backspace']) assert.deepEqual(press(opened, key).marks.drawn, [])
  })

  test('leaves every other key to the window', () => {
    for (const key of ['h', 'Enter', 'PageDown', 'Tab'])
      assert.deepEqual(endByKey(opened, 'current', end, { key, shiftKey: false }), [])
  })

  test('is brought into view where the film is zoomed past it, and only then', () => {
    assert.deepEqual(broughtIntoView(opened, 'current', end), [])
    // Four times as large about the lower right corner: the end would lie 400 left of the canvas.
    const zoomed = after(opened, { type: 'view.zoomed', factor: 4, at: { x: 400, y: 300 } })
    assert.deepEqual(endsOn(zoomed, 'current')[1]?.at, { x: -400, y: -500 })
    const seen = after(zoomed, ...broughtIntoView(zoomed, 'current', end))
    // An eighth of the canvas from its edges.
    assert.deepEqual(endsOn(seen, 'current')[1]?.at, { x: 50, y: 37.5 })
  })
})
