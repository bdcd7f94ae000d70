// The memory that the kernel works in, and what is put there for it.

import { takeTensor } from '../input-tensor/tensor-memory.ts'
import { PART_BYTES } from '../near-part.ts'
import { kernel } from './kernel.ts'
import type { Framed, Plane, Size } from './plane.ts'
import { endOf, type Weights } from './triangle-weights.ts'

/** From `start` up to, not with, `end`. */
interface Rows {
  readonly start: number
  readonly end: number
}

export type WeightOf = (row: number) => number

/** Two sums of a film's rows, of which the first is for the row of the result that is next. */
export interface Lines {
  /** Adds rows of the film to both sums, to each by what it weighs there. */
  add(rows: Rows, first: WeightOf, second: WeightOf): void
  /** Makes a row of the result of the first sum; the second becomes the first, and a new one begins. */
  squeezeTo(row: number): void
  result(): Float32Array
}

/** So many rows of the film are added at a time. */
const MOST_ROWS = 32

/** The kernel goes by fours and eights, and reads and writes up to seven numbers beyond the last. */
const fours = (count: number) => Math.ceil(count / 4) * 4
const eights = (count: number) => Math.ceil(count / 8) * 8

const FLOAT = 4

export function layOut(film: Plane, share: Float32Array, across: Weights, size: Framed): Lines {
  const { pixels, columns } = film
  const bytes = new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.byteLength)
  const cell = pixels.BYTES_PER_ELEMENT
  const stride = columns * cell
  const taps = fours(Math.max(...across.counts))
  const left = across.starts[0]!
  const width = eights(endOf(across, size.columns - 1) - left)
  // Of a small film more rows are brought at a time than are added: to bring a few takes as long as to bring many.
  const brought = Math.max(MOST_ROWS, Math.floor(PART_BYTES / stride))
  const { frame = { ...size, left: 0, top: 0 } } = size
  const places = placesFor({
    values: 256 ** cell,
    size: frame,
    taps,
    line: width + taps,
    rows: brought * stride,
  })
  const { memory, fold8, fold16, squeeze } = kernel(places.end)
  const floats = new Float32Array(memory.buffer)
  const everything = new Uint8Array(memory.buffer)
  const fold = cell === 1 ? fold8 : fold16
  putTable(floats, film, share)
  putWeights(memory, across, { ...places, taps })
  // Both sums, and before them what of the result is frame.
  floats.fill(0, places.result / FLOAT, places.rows / FLOAT)
  let { first, second } = places
  let there: Rows = { start: 0, end: 0 }
  /** Brings rows into the kernel's memory, and those after them, unless they are there. */
  const bring = (rows: Rows) => {
    if (rows.start >= there.start && rows.end <= there.end) return
    there = { start: rows.start, end: Math.min(rows.start + brought, film.rows) }
    everything.set(bytes.subarray(there.start * stride, there.end * stride), places.rows)
  }

  return {
    add: ({ start, end }, weightOfFirst, weightOfSecond) => {
      for (let from = start; from < end; from += MOST_ROWS) {
        const to = Math.min(from + MOST_ROWS, end)
        bring({ start: from, end: to })
        for (let row = from; row < to; row++) {
          const pair = places.pairs / FLOAT + 2 * (row - from)
          floats[pair] = weightOfFirst(row)
          floats[pair + 1] = weightOfSecond(row)
        }
        const at = places.rows + (from - there.start) * stride + left * cell
        fold(at, stride, to - from, width, places.pairs, first, second)
      }
    },
    squeezeTo: (row) => {
      const to = places.result + ((frame.top + row) * frame.columns + frame.left) * FLOAT
      squeeze(first, places.starts, places.weights, taps, size.columns, to)
      floats.fill(0, first / FLOAT, first / FLOAT + width)
      ;[first, second] = [second, first]
    },
    result: () => {
      const made = takeTensor(frame.rows * frame.columns)
      const from = places.result / FLOAT
      made.set(floats.subarray(from, from + made.length))
      return made
    },
  }
}

interface Needs {
  /** That a cell of the film can have. */
  readonly values: number
  readonly size: Size
  /** Of a row of the result that is squeezed. */
  readonly taps: number
  /** Numbers in a sum, and beyond its end. */
  readonly line: number
  /** Bytes of all rows of the film that are there at a time. */
  readonly rows: number
}

/** Where everything lies, in bytes. The table is at 0. */
interface Places {
  readonly starts: number
  readonly weights: number
  readonly pairs: number
  readonly result: number
  readonly first: number
  readonly second: number
  readonly rows: number
  readonly end: number
}

function placesFor({ values, size, taps, line, rows: rowBytes }: Needs): Places {
  const starts = values * FLOAT
  const weights = starts + fours(size.columns) * FLOAT
  const pairs = weights + size.columns * taps * FLOAT
  const result = pairs + 2 * MOST_ROWS * FLOAT
  const first = result + fours(size.columns * size.rows) * FLOAT
  const second = first + line * FLOAT
  const rows = second + line * FLOAT
  return { starts, weights, pairs, result, first, second, rows, end: rows + rowBytes + 8 * FLOAT }
}

/**
 * Shares lie by the bits of their stored value, so that negative ones come after the others. Beyond a row up to seven
 * cells are looked up that are not the film's and count 0 times, which is no number where what they find is none.
 */
function putTable(floats: Float32Array, { pixels, range }: Plane, share: Float32Array): void {
  const values = 256 ** pixels.BYTES_PER_ELEMENT
  const negative = Math.min(Math.max(-range.min, 0), share.length)
  floats.fill(0, 0, values)
  floats.set(share.subarray(0, negative), values + range.min)
  floats.set(share.subarray(negative), Math.max(range.min, 0))
}

/** Each row's weights in single precision, filled with 0 up to `taps`. */
function putWeights(
  memory: WebAssembly.Memory,
  across: Weights,
  { starts: startsAt, weights: weightsAt, taps }: Places & { readonly taps: number },
): void {
  const outputs = across.starts.length
  const starts = new Int32Array(memory.buffer, startsAt, outputs)
  const weights = new Float32Array(memory.buffer, weightsAt, outputs * taps)
  weights.fill(0)
  for (let output = 0; output < outputs; output++) {
    starts[output] = (across.starts[output]! - across.starts[0]!) * FLOAT
    const from = output * across.widest
    const to = output * taps
    for (let i = 0; i < across.counts[output]!; i++) weights[to + i] = across.weights[from + i]!
  }
}
