import type { Film } from '../film.ts'

const SAMPLES_A_SIDE = 128

type Size = Pick<Film, 'rows' | 'columns'>

/** How many rows and columns lie from a sample of a coarse grid to the next: what a film looks like is seen on these. */
export function sampleSteps({ rows, columns }: Size): { stepRow: number; stepColumn: number } {
  const step = (pixels: number) => Math.max(1, Math.floor(pixels / SAMPLES_A_SIDE))
  return { stepRow: step(rows), stepColumn: step(columns) }
}

/** Where the samples lie among the pixels. */
export function samplePlaces({ rows, columns }: Size): Uint32Array {
  const { stepRow, stepColumn } = sampleSteps({ rows, columns })
  const places = new Uint32Array(Math.ceil(rows / stepRow) * Math.ceil(columns / stepColumn))
  let count = 0
  for (let row = 0; row < rows; row += stepRow) {
    for (let column = 0; column < columns; column += stepColumn) places[count++] = row * columns + column
  }
  return places
}
