import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openedFilm } from '../opened-film.fixture.ts'
import { loadedFilm, type FilmBytes } from './loaded-film.ts'

function bytes(grey: number, { colour, overlay }: { colour?: number; overlay?: number } = {}): FilmBytes {
  return {
    grey: new ArrayBuffer(grey),
    colour: colour === undefined ? null : new ArrayBuffer(colour),
    overlay: overlay === undefined ? null : new ArrayBuffer(overlay),
  }
}

describe('the pixels of a film', () => {
  const cases = [
    ['Uint8', 12, Uint8Array],
    ['Int8', 12, Int8Array],
    ['Uint16', 24, Uint16Array],
    ['Int16', 24, Int16Array],
  ] as const
  for (const [pixelType, length, kind] of cases) {
    test(`${pixelType} is read at its full depth`, () => {
      const { pixels } = loadedFilm(openedFilm({ pixelType }), bytes(length))
      assert.ok(pixels instanceof kind)
    })
  }

  test('a film with overlays has them beside its pixels', () => {
    const overlay = Uint8Array.of(0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    const loaded = loadedFilm(openedFilm(), { ...bytes(24), overlay: overlay.buffer })
    assert.deepEqual(loaded.overlay, overlay)
  })

  test('pixels that do not fill the film are an error with its name', () => {
    const incomplete = [bytes(22), bytes(24, { colour: 12 }), bytes(24, { overlay: 11 })]
    for (const received of incomplete) {
      assert.throws(() => loadedFilm(openedFilm(), received), /pixels of a\.dcm arrived incomplete/)
    }
  })

  test('a film longer than a canvas can be is an error instead of a black screen', () => {
    const film = openedFilm({ columns: 20_000, rows: 1 })
    assert.throws(() => loadedFilm(film, bytes(40_000)), { code: 'DECODE_TOO_LARGE' })
  })
})
