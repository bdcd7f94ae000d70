import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { GreyTransform, Window } from '../../shared/greyscale/grey-transform.ts'
import { openedFilm } from '../opened-film.fixture.ts'
import { linkedShade, linkedView } from './linked-view.ts'
import { fitted } from './view.ts'

const square = (side: number) => openedFilm({ rows: side, columns: side })
const canvas = { width: 1000, height: 500 }

describe('the view of a linked film', () => {
  test('fits where the other fits', () => {
    assert.equal(linkedView(fitted, square(100), square(300), canvas), fitted)
  })

  test('is as much larger than fitted, about the same part of the film', () => {
    // Fitted, 100 pixels are drawn 5 times and 250 pixels twice as large.
    const view = { kind: 'placed', scale: 10, centre: { x: 25, y: 80 } } as const
    assert.deepEqual(linkedView(view, square(100), square(250), canvas), {
      kind: 'placed',
      scale: 4,
      centre: { x: 62.5, y: 200 },
    })
  })
})

const window = (centre: number, width: number): Window => ({ centre, width, function: 'LINEAR', name: '' })
const graded = (opening: Window, grey: Partial<GreyTransform> = {}) => {
  const film = openedFilm({ window: opening, range: { min: 0, max: 4095 } })
  return { ...film, grey: { ...film.grey, windows: [], ...grey } }
}

describe('the window of a linked film', () => {
  const [from, to] = [graded(window(2000, 4000)), graded(window(100, 200))]
  const shade = (centre: number, width: number) => ({
    voi: { kind: 'window', window: window(centre, width) } as const,
    turned: false,
  })

  test('is its own while the other is shown as it opened', () => {
    assert.deepEqual(linkedShade(shade(2000, 4000), from, to), shade(100, 200))
  })

  test('is changed as the other one is, in proportion to its own', () => {
    // Half as wide, and up by a tenth of the width that it opened with: 400 of 4000, 20 of 200.
    assert.deepEqual(linkedShade(shade(2400, 2000), from, to), shade(120, 100))
  })

  test('is never narrower than 1', () => {
    assert.deepEqual(linkedShade(shade(2000, 4), from, to), shade(100, 1))
  })

  test('leaves a table that runs from bright to dark by turning the film round', () => {
    const entries = Uint16Array.from({ length: 256 }, (_, i) => 255 - i)
    const table = { firstMapped: 0, entries, bits: 8, name: '' }
    const reversed = graded(window(100, 200), { voiTables: [table] })
    assert.deepEqual(linkedShade(shade(2000, 4000), from, reversed).turned, false)
    assert.deepEqual(linkedShade(shade(2000, 2000), from, reversed).turned, true)
  })
})
