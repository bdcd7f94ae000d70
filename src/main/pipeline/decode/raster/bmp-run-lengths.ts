import type { BmpHeader } from './bmp-header.ts'

const END_OF_LINE = 0
const END_OF_BITMAP = 1
const DELTA = 2

/**
 * BI_RLE8 and BI_RLE4: pairs of count and value, or after a zero an escape: end of line, end of bitmap, a step right
 * and up, or a count of plain values padded to two bytes. What no run reaches stays index 0.
 */
export function bmpRunLengths(header: BmpHeader, data: Buffer): { indices: Uint8Array; whole: boolean } {
  const canvas = new RunCanvas(header)
  const nibbles = header.compression === 'rle4'
  let at = 0
  while (at + 1 < data.length) {
    const count = data[at]!
    const value = data[at + 1]!
    at += 2
    if (count > 0) canvas.run(count, (i) => (nibbles ? nibble(value, i) : value))
    else if (value === END_OF_LINE) canvas.step(-canvas.column, 1)
    else if (value === END_OF_BITMAP) return { indices: canvas.indices, whole: true }
    else if (value === DELTA) {
      canvas.step(data[at] ?? 0, data[at + 1] ?? 0)
      at += 2
    } else {
      const plain = data.subarray(at)
      canvas.run(value, (i) => (nibbles ? nibble(plain[i >> 1] ?? 0, i) : (plain[i] ?? 0)))
      at += Math.ceil((nibbles ? Math.ceil(value / 2) : value) / 2) * 2
    }
  }
  return { indices: canvas.indices, whole: canvas.row >= header.rows }
}

function nibble(byte: number, position: number): number {
  return position % 2 === 0 ? byte >> 4 : byte & 15
}

/** Where the next run lands. Runs beyond the edge of the picture are dropped. */
class RunCanvas {
  readonly indices: Uint8Array
  row = 0
  column = 0
  readonly #header: BmpHeader

  constructor(header: BmpHeader) {
    this.#header = header
    this.indices = new Uint8Array(header.rows * header.columns)
  }

  run(count: number, valueAt: (position: number) => number): void {
    const { rows, columns, topDown } = this.#header
    const from = (topDown ? this.row : rows - 1 - this.row) * columns
    for (let i = 0; i < count; i++, this.column++) {
      if (this.row < rows && this.column < columns) this.indices[from + this.column] = valueAt(i)
    }
  }

  step(columns: number, rows: number): void {
    this.column += columns
    this.row += rows
  }
}
