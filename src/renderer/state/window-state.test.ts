import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Analysis } from '../../shared/analysis.ts'
import { filmId } from '../../shared/units.ts'
import type { FilmEntry } from '../../shared/window-data.ts'
import { openedFilm } from '../opened-film.fixture.ts'
import { loadedFilm } from '../viewer/loaded-film.ts'
import type { WindowEvent } from './window-event.ts'
import { initialState, updateWindow, type WindowState } from './window-state.ts'

const [one, two] = [filmId('film-1'), filmId('film-2')]
const entry = (id: typeof one): FilmEntry => ({ id, name: `${id}.dcm`, state: { kind: 'unread' } })
const loaded = (id = one, frame = 0) =>
  loadedFilm(openedFilm({ id, frame, frames: 2 }), { grey: new ArrayBuffer(24), colour: null, overlay: null })

const refused: Analysis = {
  status: 'refused',
  film: { name: 'a.dcm', sha256: '', frame: 0, frames: 1, rows: 3, columns: 4 },
  model: { id: 'm', version: '1.0.0', sha256: '' },
  reasons: [{ code: 'GATE_BLANK', message: 'The film is blank.' }],
  warnings: [],
}

const after = (...events: readonly WindowEvent[]): WindowState => events.reduce(updateWindow, initialState)
const listed: WindowEvent = { type: 'films.changed', films: [entry(one), entry(two)] }
const chosen = (id = one, frame = 0): WindowEvent => ({ type: 'film.chosen', id, frame })
const shown = (id = one, frame = 0): WindowEvent => ({ type: 'film.shown', loaded: loaded(id, frame) })
const arrived = (id = one): WindowEvent => ({ type: 'analysis.arrived', id, frame: 0, analysis: refused })

describe('choosing films', () => {
  test('shutters stay off from frame to frame, and come on with another film or a reset', () => {
    const shuttered = (id = one, frame = 0): WindowEvent => {
      const film = openedFilm({ id, frame, frames: 2, shutters: 'on' })
      return { type: 'film.shown', loaded: { ...loaded(id, frame), film } }
    }
    const off = [listed, chosen(), shuttered(), { type: 'shutters.toggled' }] as const
    const shutters = (...events: readonly WindowEvent[]) => after(...off, ...events).display.shutters
    assert.equal(shutters(chosen(one, 1), shuttered(one, 1)), false)
    assert.equal(shutters(chosen(two), shuttered(two)), true)
    assert.equal(shutters({ type: 'display.reset' }), true)
  })

  test('a film without shutters has none to switch', () => {
    assert.equal(after(listed, chosen(), shown(), { type: 'shutters.toggled' }).display.shutters, true)
  })

  test('a film is shown with what it opens with', () => {
    const { reading, display } = after(listed, chosen(), shown())
    assert.equal(reading.loaded?.film.id, one)
    assert.deepEqual(display.voi, { kind: 'window', window: openedFilm().window })
  })

  test('pixels that come after the reader has moved on are dropped', () => {
    const { reading, display } = after(listed, chosen(), chosen(two), shown(one))
    assert.equal(reading.loaded, null)
    assert.equal(display.film, null)
  })

  test('an analysis that comes after the reader has moved on is dropped', () => {
    assert.equal(after(listed, chosen(), chosen(two), arrived(one)).reading.analysis.kind, 'none')
  })

  test('findings never outlive their film', () => {
    const { reading } = after(listed, chosen(), shown(), arrived(), chosen(two))
    assert.deepEqual([reading.loaded, reading.analysis.kind], [null, 'none'])
  })

  test('between two frames of a film the old one stays, with no findings', () => {
    const { reading } = after(listed, chosen(), shown(), arrived(), chosen(one, 1))
    assert.deepEqual([reading.loaded?.film.frame, reading.analysis.kind], [0, 'none'])
  })

  test('a film that cannot be opened says why and is marked in the list', () => {
    const failed: WindowEvent = {
      type: 'film.failed',
      id: one,
      frame: 0,
      code: 'DECODE_TRUNCATED',
      message: 'a.dcm ends early.',
    }
    const { reading, worklist } = after(listed, chosen(), failed)
    assert.equal(reading.failure, 'a.dcm ends early.')
    assert.equal(worklist.films[0]?.state.kind, 'failed')
  })

  test('clearing the list clears the screen', () => {
    const { reading, worklist } = after(listed, chosen(), shown(), { type: 'films.changed', films: [] })
    assert.deepEqual([reading.loaded, worklist.chosen], [null, null])
  })

  test('another model takes the findings away and keeps the film', () => {
    const { reading } = after(listed, chosen(), shown(), arrived(), {
      type: 'model.chosen',
      model: { chosen: true, card: {} as never },
    })
    assert.deepEqual([reading.loaded?.film.id, reading.analysis.kind], [one, 'none'])
  })
})

describe('comparing', () => {
  const toggled: WindowEvent = { type: 'comparison.toggled' }
  const kept = (...events: readonly WindowEvent[]) =>
    after(listed, chosen(), shown(), ...events).comparison.kept?.film.id ?? null

  test('keeps the film on screen, whichever is chosen next, until it is let go', () => {
    assert.equal(kept(toggled), one)
    assert.equal(kept(toggled, chosen(two), shown(two)), one)
    assert.equal(kept(toggled, chosen(two), shown(two), toggled), null)
  })

  test('keeps nothing where nothing is shown, and no film that left the list', () => {
    assert.equal(after(listed, toggled).comparison.kept, null)
    assert.equal(kept(toggled, { type: 'films.changed', films: [entry(two)] }), null)
  })

  test('goes on where a list that was cleared comes back, and not with other films', () => {
    const cleared: WindowEvent = { type: 'films.changed', films: [] }
    assert.equal(kept(toggled, cleared), null)
    assert.equal(kept(toggled, cleared, cleared, listed), one)
    assert.equal(kept(toggled, cleared, { type: 'films.changed', films: [entry(two)] }, listed), null)
  })
})

describe('an occlusion', () => {
  const started: WindowEvent = { type: 'occlusion.started', id: one, frame: 0 }
  const stepped: WindowEvent = { type: 'occlusion.stepped', id: one, frame: 0, done: 7, total: 65 }
  const progress = (...events: readonly WindowEvent[]) =>
    after(listed, chosen(), shown(), ...events).reading.occlusion

  test('tells how far it is until it ends', () => {
    assert.deepEqual(progress(started), { done: 0, total: 65 })
    assert.deepEqual(progress(started, stepped), { done: 7, total: 65 })
    assert.equal(progress(started, stepped, { type: 'occlusion.ended', id: one, frame: 0 }), null)
  })

  test('is over for the reader who goes on to another film, whatever it still tells', () => {
    assert.equal(progress(started, chosen(two), stepped), null)
    assert.equal(progress(started, chosen(two), chosen(one), stepped), null)
  })
})

describe('how a film is shown', () => {
  const window = { centre: 100, width: 50, function: 'LINEAR', name: '' } as const
  const dragged: WindowEvent = { type: 'window.dragged', window }

  test('another film starts from its own window', () => {
    const { display } = after(listed, chosen(), shown(), dragged, chosen(two), shown(two))
    assert.deepEqual(display.voi, { kind: 'window', window: openedFilm().window })
  })

  test('another frame of the same film keeps window, zoom and inversion', () => {
    const zoom: WindowEvent = { type: 'view.zoomed', factor: 2, at: { x: 0, y: 0 } }
    const before = after(listed, chosen(), shown(), dragged, { type: 'grey.turned' }, zoom)
    const { display } = [chosen(one, 1), shown(one, 1)].reduce(updateWindow, before)
    assert.deepEqual(display.voi, { kind: 'window', window })
    assert.equal(display.turned, true)
    assert.equal(display.view.kind, 'placed')
  })

  test('reset goes back to what the film opened with', () => {
    const zoom: WindowEvent = { type: 'view.zoomed', factor: 2, at: { x: 0, y: 0 } }
    const { display } = after(listed, chosen(), shown(), dragged, { type: 'grey.turned' }, zoom, {
      type: 'display.reset',
    })
    assert.deepEqual(
      [display.voi, display.turned, display.view.kind],
      [{ kind: 'window', window: openedFilm().window }, false, 'fit'],
    )
  })

  test('overlays that are switched off stay off on the next film and after a reset', () => {
    const off = after(listed, chosen(), shown(), { type: 'overlays.toggled' }, chosen(two), shown(two))
    assert.equal(updateWindow(off, { type: 'display.reset' }).display.overlays, false)
    assert.equal(updateWindow(off, { type: 'overlays.toggled' }).display.overlays, true)
  })

  test('leaving a table that runs from bright to dark turns the grey round', () => {
    const { display } = after(listed, chosen(), shown(), { type: 'table.left', window, turns: true })
    assert.equal(display.turned, true)
  })
})

test('of two models that are asked for one after the other, the last is waited for', () => {
  const asked = (id: string): WindowEvent => ({ type: 'model.asked', id })
  const answered = (id: string): WindowEvent => ({ type: 'model.answered', id })
  const waitsFor = (...events: readonly WindowEvent[]) => after(...events).modelAsked
  assert.equal(waitsFor(asked('a'), asked('b'), answered('a')), 'b')
  assert.equal(waitsFor(asked('a'), asked('b'), answered('a'), answered('b')), null)
})
