import type { Film } from '../film.ts'

const SAMPLES_A_SIDE = 128

/** Where the samples of a coarse grid lie among the pixels: what a film looks like is seen on these. */
export function samplePlaces(film: Film): Uint32Array {
  const { rows, columns } = film
  const stepRow = Math.max(1, Math.floor(rows / SAMPLES_A_SIDE))
  const stepColumn = Math.max(1, Math.floor(columns / SAMPLES_A_SIDE))
  const places = new Uint32Array(Math.ceil(rows / stepRow) * Math.ceil(columns / stepColumn))
  let count = 0
  for (let row = 0; row < rows; row += stepRow) {
    for (let column = 0; column < columns; column += stepColumn) places[count++] = row * columns + column
  }
  return places
}
