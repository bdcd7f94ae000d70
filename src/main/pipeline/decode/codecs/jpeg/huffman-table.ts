// ITU-T T.81 annex C and F.2.2.3.

import { HilumError } from '../../../../../shared/errors.ts'
import { extended, type BitReader } from './bit-reader.ts'

const FAST_BITS = 9

export interface HuffmanTable {
  /** For the next nine bits: length of the code times 256 plus its value; 0 where the code is longer. */
  readonly fast: Uint16Array
  /** For each length the first code above those of that length, as 16 bits from the top. */
  readonly limits: Int32Array
  /** For each length what turns a code into the index of its value. */
  readonly offsets: Int32Array
  readonly values: Uint8Array
  /** For each length how many codes have it. */
  readonly counts: Uint8Array
}

/** `counts` are the numbers of codes of 1 to 16 bits. */
export function huffmanTable(counts: Uint8Array, values: Uint8Array): HuffmanTable {
  const fast = new Uint16Array(1 << FAST_BITS)
  const limits = new Int32Array(17)
  const offsets = new Int32Array(17)
  let code = 0
  let index = 0
  for (let length = 1; length <= 16; length++) {
    const count = counts[length - 1] ?? 0
    offsets[length] = index - code
    if (code + count > 1 << length || index + count > values.length) throw badTable()
    if (length <= FAST_BITS) fillFast(fast, { code, length, values: values.subarray(index, index + count) })
    code += count
    index += count
    limits[length] = code << (16 - length)
    code <<= 1
  }
  return { fast, limits, offsets, values, counts }
}

function fillFast(fast: Uint16Array, codes: { code: number; length: number; values: Uint8Array }): void {
  const span = 1 << (FAST_BITS - codes.length)
  codes.values.forEach((value, i) => {
    const first = (codes.code + i) * span
    fast.fill((codes.length << 8) | value, first, first + span)
  })
}

/** The value of the next code. Bits that are no code end the picture, as no later bit could be trusted. */
export function readCode(reader: BitReader, table: HuffmanTable): number {
  const bits = reader.peek(16)
  const entry = table.fast[bits >>> (16 - FAST_BITS)] ?? 0
  if (entry !== 0) {
    reader.skip(entry >>> 8)
    return entry & 0xff
  }
  return readLongCode(reader, table, bits)
}

function readLongCode(reader: BitReader, table: HuffmanTable, bits: number): number {
  for (let length = FAST_BITS + 1; length <= 16; length++) {
    if (bits >= (table.limits[length] ?? 0)) continue
    reader.skip(length)
    return table.values[(bits >>> (16 - length)) + (table.offsets[length] ?? 0)] ?? 0
  }
  throw new HilumError('DECODE_DAMAGED', 'its JPEG codestream holds bits that are no code')
}

/** So many that nearly every number of a film is told by one look, in a table that stays near the processor. */
export const QUICK_BITS = 12

/** How a number follows a code, and how a quick table keeps the two. */
export interface NumberCoding {
  /** Of the number, in bits, by the code's value. */
  readonly sizeOf: (value: number) => number
  /** Shifted up by eight, to leave room for how many bits were taken. */
  readonly entryOf: (value: number, number: number) => number
}

/** For the next twelve bits, code and number at once; 0 where they are longer than that. */
export function quickTable({ counts, values }: HuffmanTable, { sizeOf, entryOf }: NumberCoding): Int32Array {
  const quick = new Int32Array(1 << QUICK_BITS)
  let code = 0
  let index = 0
  for (let length = 1; length <= QUICK_BITS; length++, code <<= 1) {
    for (let i = 0; i < counts[length - 1]!; i++, code++, index++) {
      const value = values[index]!
      const size = sizeOf(value)
      const spare = QUICK_BITS - length - size
      if (spare < 0) continue
      let at = code << (QUICK_BITS - length)
      for (let bits = 0; bits < 1 << size; bits++) {
        const entry = entryOf(value, size === 0 ? 0 : extended(bits, size)) | (length + size)
        for (const end = at + (1 << spare); at < end; at++) quick[at] = entry
      }
    }
  }
  return quick
}

function badTable(): HilumError {
  return new HilumError('DECODE_DAMAGED', 'a Huffman table of its JPEG codestream is impossible')
}
