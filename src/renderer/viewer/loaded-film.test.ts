import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openedFilm } from '../opened-film.fixture.ts'
import { loadedFilm } from './loaded-film.ts'

describe('the pixels of a film', () => {
  const cases = [
    ['Uint8', 12, Uint8Array],
    ['Int8', 12, Int8Array],
    ['Uint16', 24, Uint16Array],
    ['Int16', 24, Int16Array],
  ] as const
  for (const [pixelType, length, kind] of cases) {
    test(`${pixelType} is read at its full depth`, () => {
      const { pixels } = loadedFilm(openedFilm({ pixelType }), new ArrayBuffer(length), null)
      assert.ok(pixels instanceof kind)
    })
  }

  test('pixels that do not fill the film are an error with its name', () => {
    assert.throws(
      () => loadedFilm(openedFilm(), new ArrayBuffer(22), null),
      /pixels of a\.dcm arrived incomplete/,
    )
    assert.throws(() => loadedFilm(openedFilm(), new ArrayBuffer(24), new ArrayBuffer(12)), /incomplete/)
  })

  test('a film longer than a canvas can be is an error instead of a black screen', () => {
    const film = openedFilm({ columns: 20_000, rows: 1 })
    assert.throws(() => loadedFilm(film, new ArrayBuffer(40_000), null), { code: 'DECODE_TOO_LARGE' })
  })
})
