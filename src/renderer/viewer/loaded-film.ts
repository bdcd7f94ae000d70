import { HilumError } from '../../shared/errors.ts'
import { strings } from '../../shared/strings.en.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'

export type FilmPixels = Uint8Array | Int8Array | Uint16Array | Int16Array

/** A film with its pixels. */
export interface FilmPicture {
  readonly film: OpenedFilm
  readonly pixels: FilmPixels
  /** RGBA of a colour film. */
  readonly colour: Uint8Array | null
}

/** Ready for the screen. */
export interface LoadedFilm extends FilmPicture {
  /** 1 where an overlay marks the film; null where none does. */
  readonly overlay: Uint8Array | null
  /** As the viewport will want it first, made beforehand; null where that is the film itself. */
  readonly reduced: Reduced | null
}

export interface Reduced {
  readonly by: number
  readonly picture: FilmPicture
}

/** As main sends them. */
export interface FilmBytes {
  readonly grey: ArrayBuffer
  readonly colour: ArrayBuffer | null
  readonly overlay: ArrayBuffer | null
}

// Chromium draws nothing, and says nothing, on a canvas with a longer side than this.
const LONGEST_SIDE = 16_384

/** Main sends one little-endian value a pixel, row by row; every platform that Electron runs on is little-endian. */
export function loadedFilm(film: OpenedFilm, { grey, colour, overlay }: FilmBytes): LoadedFilm {
  const { rows, columns, name } = film
  if (Math.max(rows, columns) > LONGEST_SIDE) {
    throw new HilumError('DECODE_TOO_LARGE', strings.window.tooLargeToShow(name, columns, rows, LONGEST_SIDE))
  }
  const pixels = asPixels(film.pixelType, grey)
  const count = rows * columns
  const lengths = [pixels.length, colour?.byteLength ?? count * 4, overlay?.byteLength ?? count]
  if (lengths[0] !== count || lengths[1] !== count * 4 || lengths[2] !== count) {
    throw new HilumError('INTERNAL', strings.window.pixelsIncomplete(name))
  }
  return {
    film,
    pixels,
    colour: colour && new Uint8Array(colour),
    overlay: overlay && new Uint8Array(overlay),
    reduced: null,
  }
}

function asPixels(type: OpenedFilm['pixelType'], bytes: ArrayBuffer): FilmPixels {
  switch (type) {
    case 'Uint8':
      return new Uint8Array(bytes)
    case 'Int8':
      return new Int8Array(bytes)
    case 'Uint16':
      return new Uint16Array(bytes)
    case 'Int16':
      return new Int16Array(bytes)
  }
}
