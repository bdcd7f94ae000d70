import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openedFilm } from '../opened-film.fixture.ts'
import { loadedFilm } from './loaded-film.ts'
import { reducedFilm, reducedInTurns, reductionFor } from './reduced-film.ts'

function film(columns: number, rows: number, values: readonly number[], changes = {}) {
  return loadedFilm(openedFilm({ columns, rows, ...changes }), {
    grey: Uint16Array.from(values).buffer,
    colour: null,
    overlay: null,
  })
}

describe('a film at a fraction of its size', () => {
  const scales = [
    [4, 1],
    [1, 1],
    [0.51, 1],
    [0.5, 2],
    [0.34, 2],
    [0.2, 5],
  ] as const
  for (const [scale, by] of scales) {
    test(`at ${scale} device pixels a film pixel it is reduced by ${by}`, () => {
      assert.equal(reductionFor(scale), by)
    })
  }

  test('a pixel is the mean of its block', () => {
    const { film: reduced, pixels } = reducedFilm(film(4, 2, [0, 2, 10, 20, 4, 6, 30, 40]), 2)
    assert.deepEqual([reduced.columns, reduced.rows, ...pixels], [2, 1, 3, 25])
  })

  test('padding takes no part in a mean and stays where there is nothing else', () => {
    const padded = film(4, 2, [0, 2, 0, 0, 4, 6, 0, 0], { padding: { low: 0, high: 0 } })
    assert.deepEqual([...reducedFilm(padded, 2).pixels], [4, 0])
  })

  test('what is left over at the edges is dropped', () => {
    const { film: reduced, pixels } = reducedFilm(film(3, 3, [1, 1, 9, 1, 1, 9, 9, 9, 9]), 2)
    assert.deepEqual([reduced.columns, reduced.rows, ...pixels], [1, 1, 1])
  })

  test('negative values stay negative', () => {
    const opened = openedFilm({ columns: 2, rows: 2, pixelType: 'Int16' })
    const signed = loadedFilm(opened, {
      grey: Int16Array.of(-10, -20, -30, -40).buffer,
      colour: null,
      overlay: null,
    })
    assert.deepEqual([...reducedFilm(signed, 2).pixels], [-25])
  })

  test('colours are reduced channel by channel', () => {
    const rgba = Uint8Array.of(0, 10, 20, 255, 100, 20, 20, 255)
    const opened = openedFilm({ columns: 2, rows: 1, pixelType: 'Uint8' })
    const coloured = loadedFilm(opened, { grey: new ArrayBuffer(2), colour: rgba.buffer, overlay: null })
    assert.deepEqual([...(reducedFilm(coloured, 2).colour ?? [])], [50, 15, 20, 255])
  })

  test('a film narrower than a block keeps one column', () => {
    assert.deepEqual([...reducedFilm(film(1, 4, [1, 3, 5, 7]), 2).pixels], [2, 6])
  })

  test('in turns it is the same', async () => {
    const { pixels } = film(4, 2, [0, 2, 10, 20, 4, 6, 30, 40])
    const opened = film(4, 2, [...pixels])
    assert.deepEqual(await reducedInTurns(opened, 2), reducedFilm(opened, 2))
  })
})
