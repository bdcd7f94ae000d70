// A film at a whole fraction of its size. A window is set on every pixel that is drawn, and a film of sixteen million
// pixels on a screen of one would be windowed sixteen times too often.

import type { FilmPixels, LoadedFilm } from './loaded-film.ts'

/** The largest reduction that leaves at least one pixel for each device pixel. */
export function reductionFor(scale: number): number {
  return Math.max(Math.floor(1 / scale), 1)
}

/**
 * Each pixel becomes the mean of `by` × `by` stored values: still stored values, so that the grey pipeline runs on
 * them unchanged. What is left over at the right and lower edge is less than a device pixel, and dropped.
 */
export function reducedFilm(loaded: LoadedFilm, by: number): LoadedFilm {
  if (by === 1) return loaded
  const { film, pixels, colour } = loaded
  const columns = Math.max(Math.floor(film.columns / by), 1)
  const rows = Math.max(Math.floor(film.rows / by), 1)
  const blocks: Blocks = { from: film.columns, columns, rows, by, limit: film.rows }
  return {
    film: { ...film, rows, columns },
    pixels: greyMeans(pixels, blocks, film.padding),
    colour: colour && colourMeans(colour, blocks),
  }
}

interface Blocks {
  /** Columns of the film that is reduced. */
  readonly from: number
  readonly limit: number
  readonly columns: number
  readonly rows: number
  readonly by: number
}

// PS3.3 C.7.5.1.1.2: padding is no part of the picture, so it takes no part in a mean.
function greyMeans(
  pixels: FilmPixels,
  { from, limit, columns, rows, by }: Blocks,
  padding: LoadedFilm['film']['padding'],
): FilmPixels {
  const means = new (pixels.constructor as new (length: number) => typeof pixels)(columns * rows)
  const low = padding ? padding.low : 1
  const high = padding ? padding.high : 0
  for (let row = 0; row < rows; row++) {
    const bottom = Math.min((row + 1) * by, limit)
    for (let column = 0; column < columns; column++) {
      let sum = 0
      let count = 0
      let last = 0
      for (let y = row * by; y < bottom; y++) {
        const start = y * from + column * by
        const end = Math.min(start + by, (y + 1) * from)
        for (let i = start; i < end; i++) {
          last = pixels[i]!
          if (last >= low && last <= high) continue
          sum += last
          count++
        }
      }
      means[row * columns + column] = count === 0 ? last : Math.round(sum / count)
    }
  }
  return means
}

function colourMeans(colour: Uint8Array, { from, limit, columns, rows, by }: Blocks): Uint8Array {
  const means = new Uint8Array(columns * rows * 4)
  for (let i = 0; i < means.length; i++) {
    const [pixel, channel] = [i >> 2, i & 3]
    const [row, column] = [Math.floor(pixel / columns), pixel % columns]
    let sum = 0
    let count = 0
    for (let y = row * by; y < Math.min((row + 1) * by, limit); y++) {
      for (let x = column * by; x < Math.min((column + 1) * by, from); x++) {
        sum += colour[(y * from + x) * 4 + channel]!
        count++
      }
    }
    means[i] = Math.round(sum / count)
  }
  return means
}
