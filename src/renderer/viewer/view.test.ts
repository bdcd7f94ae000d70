import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openedFilm } from '../opened-film.fixture.ts'
import { actualSize, filmToCanvas, fitted, panned, placementOf, zoomed } from './view.ts'

const film = openedFilm({ columns: 200, rows: 100 })
const canvas = { width: 400, height: 300 }

describe('where a film lies on the canvas', () => {
  const cases = [
    // columns, rows, pixel height : width, canvas, scales, shifts
    [200, 100, [1, 1], [400, 300], [2, 2], [0, 50]],
    [100, 200, [1, 1], [400, 300], [1.5, 1.5], [125, 0]],
    [100, 100, [2, 1], [400, 400], [2, 4], [100, 0]],
    [100, 100, [1, 2], [400, 400], [4, 2], [0, 100]],
  ] as const
  for (const [
    columns,
    rows,
    pixelAspectRatio,
    [width, height],
    [scaleX, scaleY],
    [shiftX, shiftY],
  ] of cases) {
    test(`${columns} × ${rows} with pixels of ${pixelAspectRatio.join(':')} fits ${width} × ${height}`, () => {
      const shaped = openedFilm({ columns, rows, pixelAspectRatio })
      assert.deepEqual(filmToCanvas(fitted, shaped, { width, height }), { scaleX, scaleY, shiftX, shiftY })
    })
  }

  test('a spacing says the shape of a pixel before the aspect ratio does', () => {
    const spaced = openedFilm({
      columns: 100,
      rows: 100,
      pixelAspectRatio: [1, 1],
      spacing: { pixel: [0.4, 0.2], imager: null },
    })
    assert.deepEqual(filmToCanvas(fitted, spaced, { width: 400, height: 400 }), {
      scaleX: 2,
      scaleY: 4,
      shiftX: 100,
      shiftY: 0,
    })
  })

  test('a spacing of 0 says nothing of the shape', () => {
    const spacing = { pixel: [0, 0], imager: null } as const
    const { scaleX, scaleY } = filmToCanvas(fitted, openedFilm({ columns: 100, rows: 100, spacing }), canvas)
    assert.deepEqual([scaleX, scaleY], [3, 3])
  })

  test('1:1 is one device pixel for a film pixel, the film in the middle', () => {
    const { scaleX, shiftX, shiftY } = filmToCanvas(actualSize(film), film, canvas)
    assert.deepEqual([scaleX, shiftX, shiftY], [1, 100, 100])
  })
})

describe('zooming', () => {
  test('keeps the point under the pointer', () => {
    const view = zoomed(fitted, { film, canvas, factor: 2, at: { x: 0, y: 50 } })
    assert.deepEqual(filmToCanvas(view, film, canvas), { scaleX: 4, scaleY: 4, shiftX: 0, shiftY: 50 })
  })

  test('in the middle keeps the middle', () => {
    const view = zoomed(fitted, { film, canvas, factor: 0.5, at: { x: 200, y: 150 } })
    assert.deepEqual(placementOf(view, film, canvas), { kind: 'placed', scale: 1, centre: { x: 100, y: 50 } })
  })

  test('ends at 64 device pixels for a film pixel', () => {
    const view = zoomed(fitted, { film, canvas, factor: 1000, at: { x: 200, y: 150 } })
    assert.equal(placementOf(view, film, canvas).scale, 64)
  })
})

describe('panning', () => {
  test('moves the film with the pointer', () => {
    const view = panned(fitted, { film, canvas, by: { x: 20, y: -10 } })
    assert.deepEqual(filmToCanvas(view, film, canvas), { scaleX: 2, scaleY: 2, shiftX: 20, shiftY: 40 })
  })

  test('never loses the film', () => {
    const view = panned(fitted, { film, canvas, by: { x: 9999, y: 9999 } })
    assert.deepEqual(placementOf(view, film, canvas).centre, { x: 0, y: 0 })
  })
})
