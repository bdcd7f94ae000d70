// A film at a whole fraction of its size. A window is set on every pixel that is drawn, and a film of sixteen million
// pixels on a screen of one would be windowed sixteen times too often.

import type { Point } from '../../shared/point.ts'
import type { FilmPicture, FilmPixels } from './loaded-film.ts'

/** The largest reduction that leaves at least one pixel for each device pixel. */
export function reductionFor(scale: number): number {
  return Math.max(Math.floor(1 / scale), 1)
}

/**
 * Each pixel becomes the mean of `by` × `by` stored values: still stored values, so that the grey pipeline runs on
 * them unchanged. What is left over at the right and lower edge is less than a device pixel, and dropped.
 */
export function reducedFilm(loaded: FilmPicture, by: number): FilmPicture {
  const work = reduction(loaded, by)
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

// A fortieth of a second's work would be felt in a drag.
const TURN_MS = 8

/** The same, in turns with whatever else the window has to do. */
export async function reducedInTurns(loaded: FilmPicture, by: number): Promise<FilmPicture> {
  const work = reduction(loaded, by)
  let began = performance.now()
  let step = work.next()
  while (!step.done) {
    if (performance.now() - began > TURN_MS) {
      await scheduler.yield()
      began = performance.now()
    }
    step = work.next()
  }
  return step.value
}

/** Yields after each row. */
function* reduction(loaded: FilmPicture, by: number): Generator<undefined, FilmPicture> {
  if (by === 1) return loaded
  const { film, pixels, colour } = loaded
  const columns = Math.max(Math.floor(film.columns / by), 1)
  const rows = Math.max(Math.floor(film.rows / by), 1)
  const blocks: Blocks = { from: film.columns, columns, rows, by, limit: film.rows }
  const means = new (pixels.constructor as new (length: number) => FilmPixels)(columns * rows)
  const colours = colour && new Uint8Array(means.length * 4)
  for (let row = 0; row < rows; row++) {
    greyMeans(pixels, blocks, row, { means, padding: film.padding })
    if (colour && colours) colourMeans(colour, blocks, row, colours)
    yield
  }
  return { film: { ...film, rows, columns }, pixels: means, colour: colours }
}

interface Blocks {
  /** Columns of the film that is reduced. */
  readonly from: number
  readonly limit: number
  readonly columns: number
  readonly rows: number
  readonly by: number
}

interface GreyMeans {
  readonly means: FilmPixels
  readonly padding: FilmPicture['film']['padding']
}

function greyMeans(pixels: FilmPixels, blocks: Blocks, row: number, { means, padding }: GreyMeans): void {
  const { columns, by } = blocks
  for (let column = 0; column < columns; column++) {
    const corner = { x: column * by, y: row * by }
    means[row * columns + column] = blockMean(pixels, blocks, corner, padding)
  }
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

function colourMeans(colour: Uint8Array, blocks: Blocks, row: number, means: Uint8Array): void {
  const { from, limit, columns, by } = blocks
  for (let i = 0; i < columns * 4; i++) {
    const [column, channel] = [i >> 2, i & 3]
    let sum = 0
    let count = 0
    for (let y = row * by; y < Math.min((row + 1) * by, limit); y++) {
      for (let x = column * by; x < Math.min((column + 1) * by, from); x++) {
        sum += colour[(y * from + x) * 4 + channel]!
        count++
      }
    }
    means[row * columns * 4 + i] = Math.round(sum / count)
  }
}
