import type { Film } from './film.ts'
import { triangleWeights, type Weights } from './resample/triangle-weights.ts'

/** A part of a film in pixels from its upper left corner; edges may lie between pixels. */
export interface Region {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Size {
  readonly columns: number
  readonly rows: number
}

export type Plane = Pick<Film, 'pixels' | 'rows' | 'columns' | 'range'>

/**
 * A part of the film at another size, as shares of the screen's range (`share` is its `shareTable`): the number that
 * Pillow's `Image.resize(size, BILINEAR, box)` gives on mode 'F', which is what the models were trained with. It is
 * a triangle filter that widens when it shrinks, first along the rows, then down the columns, in double precision
 * with single precision between.
 */
export function resample(film: Plane, share: Float32Array, region: Region, size: Size): Float32Array {
  const across = triangleWeights(film.columns, [region.left, region.right], size.columns)
  const down = triangleWeights(film.rows, [region.top, region.bottom], size.rows)
  const first = down.starts[0] ?? 0
  const last = (down.starts[size.rows - 1] ?? 0) + (down.counts[size.rows - 1] ?? 0)
  const rows = { first, last }
  return downTheColumns(alongTheRows(film, share, rows, across), rows, size, down)
}

/** From `first` up to, not with, `last`. */
interface Rows {
  readonly first: number
  readonly last: number
}

/** Rows that are squeezed at the same time: sums that do not wait for each other take half as long. */
const LANES = 4

function alongTheRows(film: Plane, share: Float32Array, rows: Rows, across: Weights): Float32Array {
  const width = across.starts.length
  const count = rows.last - rows.first
  const squeezed = roomFor(Math.ceil(count / LANES) * LANES * width)
  // Doubles, though shares are single, so that nothing is converted in the innermost loop.
  const shares = new Float64Array(film.columns * LANES)
  for (let row = 0; row < count; row += LANES) {
    showLanes(film, share, rows.first + row, shares)
    squeezeLanes(shares, across, squeezed, row * width)
  }
  return squeezed
}

let room = new Float32Array(0)

/** The same memory for every film, left as the last one filled it: the system takes longer to hand out fresh pages. */
function roomFor(length: number): Float32Array {
  if (room.length < length) room = new Float32Array(length)
  return room
}

/** Four rows of the film as shares, beside each other; rows beyond the film repeat its last and go unused. */
function showLanes(film: Plane, share: Float32Array, row: number, shares: Float64Array): void {
  const { pixels, columns, rows } = film
  const { min } = film.range
  const first = row * columns
  const second = Math.min(row + 1, rows - 1) * columns
  const third = Math.min(row + 2, rows - 1) * columns
  const fourth = Math.min(row + 3, rows - 1) * columns
  for (let column = 0, to = 0; column < columns; column++, to += LANES) {
    shares[to] = share[pixels[first + column]! - min]!
    shares[to + 1] = share[pixels[second + column]! - min]!
    shares[to + 2] = share[pixels[third + column]! - min]!
    shares[to + 3] = share[pixels[fourth + column]! - min]!
  }
}

function squeezeLanes(shares: Float64Array, across: Weights, squeezed: Float32Array, to: number): void {
  const { starts, counts, weights, widest } = across
  const width = starts.length
  for (let column = 0; column < width; column++) {
    let first = 0
    let second = 0
    let third = 0
    let fourth = 0
    const end = column * widest + counts[column]!
    for (let at = column * widest, from = starts[column]! * LANES; at < end; at++, from += LANES) {
      const weight = weights[at]!
      first += shares[from]! * weight
      second += shares[from + 1]! * weight
      third += shares[from + 2]! * weight
      fourth += shares[from + 3]! * weight
    }
    squeezed[to + column] = first
    squeezed[to + column + width] = second
    squeezed[to + column + 2 * width] = third
    squeezed[to + column + 3 * width] = fourth
  }
}

/** Four columns at a time; sums beyond the last column are overwritten by the next row or fall off the end. */
function downTheColumns(squeezed: Float32Array, rows: Rows, size: Size, down: Weights): Float32Array {
  const { starts, counts, weights, widest } = down
  const width = size.columns
  const result = new Float32Array(size.rows * width)
  for (let row = 0; row < size.rows; row++) {
    const to = row * width
    const start = (starts[row]! - rows.first) * width
    const end = row * widest + counts[row]!
    for (let column = 0; column < width; column += LANES) {
      let first = 0
      let second = 0
      let third = 0
      let fourth = 0
      for (let at = row * widest, from = start + column; at < end; at++, from += width) {
        const weight = weights[at]!
        first += squeezed[from]! * weight
        second += squeezed[from + 1]! * weight
        third += squeezed[from + 2]! * weight
        fourth += squeezed[from + 3]! * weight
      }
      result[to + column] = first
      result[to + column + 1] = second
      result[to + column + 2] = third
      result[to + column + 3] = fourth
    }
  }
  return result
}
