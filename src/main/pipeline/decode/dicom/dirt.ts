import { instanceOf } from '../../webassembly.ts'
import { CODE } from './dirt-code.ts'

type Cells = Uint8Array | Uint16Array | Uint32Array

/** What dirt.wat exports, and says of. */
interface Kernel {
  readonly memory: WebAssembly.Memory
  allBits(bytes: number): number
  unlikeSigned16(bytes: number, above: number): number
}

/** What a kernel looks at in one go. */
const STEP = 32

/** What lies there at a time stays in the processor's nearest memory. */
const MOST_BYTES = 2 ** 15

let made: Kernel | undefined

/** The bits that any of the cells has: to look is much quicker than to write, and most films have no dirt. */
export function allBits(cells: Cells): number {
  return bitsInBytes(bytesOf(cells), cells.BYTES_PER_ELEMENT)
}

/** The same of cells of so many bytes each, wherever they begin. */
export function bitsInBytes(bytes: Uint8Array, width: number): number {
  const bits = gathered(bytes, (kernel, count) => kernel.allBits(count))
  const halves = bits | (bits >>> 16)
  switch (width) {
    case 1:
      return (halves | (halves >>> 8)) & 0xff
    case 2:
      return halves & 0xffff
    default:
      return bits >>> 0
  }
}

/** Whether all cells are signed numbers of so many bits, with their sign in all the bits above. */
export function areSigned(cells: Uint16Array, bits: number): boolean {
  return gathered(bytesOf(cells), (kernel, bytes) => kernel.unlikeSigned16(bytes, 16 - bits)) === 0
}

function bytesOf(cells: Cells): Uint8Array {
  return new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength)
}

function gathered(bytes: Uint8Array, look: (kernel: Kernel, bytes: number) => number): number {
  const kernel = (made ??= instanceOf(CODE) as unknown as Kernel)
  const there = new Uint8Array(kernel.memory.buffer)
  let bits = 0
  for (let from = 0; from < bytes.length; from += MOST_BYTES) {
    const part = bytes.subarray(from, from + MOST_BYTES)
    const whole = Math.ceil(part.length / STEP) * STEP
    there.set(part)
    there.fill(0, part.length, whole)
    bits |= look(kernel, whole)
  }
  return bits
}
