import { instanceOf } from '../../webassembly.ts'
import { CODE } from './inflate-code.ts'

/** What assembly/inflate.ts exports, and says of. */
interface Kernel {
  readonly memory: WebAssembly.Memory
  heap(): number
  spare(): number
  inflate(input: number, inputEnd: number, to: number, toEnd: number): number
}

/** The kernel's memory stays as large as it once was. */
const MOST_BYTES = 2 ** 25
const PAGE = 2 ** 16

let made: Kernel | undefined

/**
 * The inflated data of a zlib stream (RFC 1950) in pieces, in memory that the next call writes over; null unless it is
 * sound and of this size. Films take half of the time that zlib takes, which also wants fresh memory for each.
 */
export function inflate(pieces: readonly Uint8Array[], size: number): Uint8Array | null {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (size > MOST_BYTES || length > MOST_BYTES) return null
  const kernel = (made ??= instanceOf(CODE) as unknown as Kernel)
  const to = kernel.heap()
  const input = to + size + kernel.spare()
  const inputEnd = input + length
  const memory = reached(kernel, inputEnd + kernel.spare())
  let at = input
  for (const piece of pieces) {
    memory.set(piece, at)
    at += piece.length
  }
  // What an earlier stream left behind must not be read as a part of this one.
  memory.fill(0, inputEnd, inputEnd + kernel.spare())
  const there = kernel.inflate(input, inputEnd, to, to + size)
  return there === size ? memory.subarray(to, to + size) : null
}

/** All of the kernel's memory, up to this address at least. */
function reached({ memory }: Kernel, end: number): Uint8Array {
  const lacking = end - memory.buffer.byteLength
  if (lacking > 0) memory.grow(Math.ceil(lacking / PAGE))
  return new Uint8Array(memory.buffer)
}
