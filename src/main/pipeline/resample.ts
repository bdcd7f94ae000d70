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

interface Rows {
  readonly first: number
  readonly last: number
}

function alongTheRows(film: Plane, share: Float32Array, rows: Rows, across: Weights): Float32Array {
  const { pixels, columns, range } = film
  const { starts, counts, weights, widest } = across
  const width = starts.length
  const squeezed = new Float32Array((rows.last - rows.first) * width)
  const line = new Float32Array(columns)
  for (let row = rows.first, to = 0; row < rows.last; row++) {
    const from = row * columns
    for (let column = 0; column < columns; column++) line[column] = share[pixels[from + column]! - range.min]!
    for (let column = 0; column < width; column++, to++) {
      const start = starts[column]!
      const count = counts[column]!
      const at = column * widest
      let sum = 0
      for (let i = 0; i < count; i++) sum += line[start + i]! * weights[at + i]!
      squeezed[to] = sum
    }
  }
  return squeezed
}

function downTheColumns(squeezed: Float32Array, rows: Rows, size: Size, down: Weights): Float32Array {
  const { starts, counts, weights, widest } = down
  const width = size.columns
  const result = new Float32Array(size.rows * width)
  const sums = new Float64Array(width)
  for (let row = 0; row < size.rows; row++) {
    sums.fill(0)
    const count = counts[row]!
    for (let i = 0; i < count; i++) {
      const weight = weights[row * widest + i]!
      const from = (starts[row]! + i - rows.first) * width
      for (let column = 0; column < width; column++) sums[column]! += squeezed[from + column]! * weight
    }
    result.set(sums, row * width)
  }
  return result
}
