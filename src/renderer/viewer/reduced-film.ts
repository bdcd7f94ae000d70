// A film at a whole fraction of its size. A window is set on every pixel that is drawn, and a film of sixteen million
// pixels on a screen of one would be windowed sixteen times too often.

import type { FilmPicture, FilmPixels } from './loaded-film.ts'
import type { Point } from './view.ts'

/** The largest reduction that leaves at least one pixel for each device pixel. */
export function reductionFor(scale: number): number {
  return Math.max(Math.floor(1 / scale), 1)
}

/**
 * Each pixel becomes the mean of `by` × `by` stored values: still stored values, so that the grey pipeline runs on
 * them unchanged. What is left over at the right and lower edge is less than a device pixel, and dropped.
 */
export function reducedFilm(loaded: FilmPicture, by: number): FilmPicture {
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

function greyMeans(pixels: FilmPixels, blocks: Blocks, padding: FilmPicture['film']['padding']): FilmPixels {
  const { columns, rows, by } = blocks
  const means = new (pixels.constructor as new (length: number) => FilmPixels)(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const corner = { x: column * by, y: row * by }
      means[row * columns + column] = blockMean(pixels, blocks, corner, padding)
    }
  }
  return means
}

// PS3.3 C.7.5.1.1.2: padding is no part of the picture, so it takes no part in a mean.
function blockMean(
  pixels: FilmPixels,
  { from, limit, by }: Blocks,
  { x, y }: Point,
  padding: FilmPicture['film']['padding'],
): number {
  const right = Math.min(x + by, from)
  const bottom = Math.min(y + by, limit)
  let [sum, count, value] = [0, 0, 0]
  for (let row = y; row < bottom; row++) {
    for (let i = row * from + x; i < row * from + right; i++) {
      value = pixels[i]!
      if (padding !== null && value >= padding.low && value <= padding.high) continue
      sum += value
      count++
    }
  }
  return count === 0 ? value : Math.round(sum / count)
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
