import type { AllocateBytes } from '../../film.ts'
import { instanceOf } from '../../webassembly.ts'
import { CODE } from './png-unfilter-code.ts'

/** What assembly/unfilter.ts exports, and says of. */
interface Kernel {
  readonly memory: WebAssembly.Memory
  heap(): number
  unfilterSixteen(filtered: number, to: number, columns: number): void
}

const SIXTEEN = 16
/** What is at work at a time, twice, stays near the processor. */
const BYTES_AT_ONCE = 2 ** 16
/** Around the filtered rows, for what is looked at and not used. */
const SPARE_BYTES = 64
const PAGE = 2 ** 16

/** A kernel has no way with narrower rows, and no memory for wider ones, of which there are no films. */
export const LEAST_COLUMNS = 2
export const MOST_COLUMNS = 2 ** 20

let made: Kernel | undefined

/**
 * PNG (ISO/IEC 15948) 9.2 for one byte a pixel: each row was stored as differences to what lies left, above, or both;
 * its first byte says how. `filtered` has all rows, each of `LEAST_COLUMNS` to `MOST_COLUMNS`.
 */
export function unfilterGrey(
  filtered: Uint8Array,
  size: { rows: number; columns: number },
  allocate: AllocateBytes = (bytes) => Buffer.allocUnsafeSlow(bytes),
): Uint8Array {
  const { rows, columns } = size
  const rowsAtOnce = Math.max(Math.floor(BYTES_AT_ONCE / columns / SIXTEEN), 1) * SIXTEEN
  const kernel = (made ??= instanceOf(CODE) as unknown as Kernel)
  // One after the other: the row above, restored rows, filtered rows.
  const above = kernel.heap()
  const to = above + columns
  const from = to + rowsAtOnce * columns + SPARE_BYTES
  const memory = reached(kernel, from + rowsAtOnce * (columns + 1) + SPARE_BYTES)
  // Above the first row everything is 0.
  memory.fill(0, above, to)
  const { buffer, byteOffset } = allocate(rows * columns)
  const restored = new Uint8Array(buffer, byteOffset, rows * columns)
  for (let row = 0; row < rows; row += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, rows - row)
    memory.set(filtered.subarray(row * (columns + 1), (row + count) * (columns + 1)), from)
    for (let i = 0; i < count; i += SIXTEEN) {
      kernel.unfilterSixteen(from + i * (columns + 1), to + i * columns, columns)
    }
    restored.set(memory.subarray(to, to + count * columns), row * columns)
    memory.copyWithin(above, to + (count - 1) * columns, to + count * columns)
  }
  return restored
}

/** All of the kernel's memory, up to this address at least. */
function reached({ memory }: Kernel, end: number): Uint8Array {
  const lacking = end - memory.buffer.byteLength
  if (lacking > 0) memory.grow(Math.ceil(lacking / PAGE))
  return new Uint8Array(memory.buffer)
}
