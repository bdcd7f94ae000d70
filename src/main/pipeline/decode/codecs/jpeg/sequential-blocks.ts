// ITU-T T.81 F.2.2: the coefficients of one block, all in one scan, so that it can be drawn at once.

import { bitsAt, type BitReader } from './bit-reader.ts'
import { QUICK_BITS, quickTable, readCode, type HuffmanTable } from './huffman-table.ts'
import { drawBlock, transposed, type BlockTarget } from './inverse-dct.ts'
import { ZIGZAG } from './zigzag.ts'

/** What a sequential scan carries from block to block of one component. */
export interface SequentialState {
  readonly reader: BitReader
  readonly dc: HuffmanTable
  readonly ac: CoefficientTable
  /** In zigzag order. */
  readonly divisors: Uint16Array
  /** Of the block before, F.2.2.1. */
  prediction: number
}

/**
 * Entries are a coefficient, shifted up by 16; how far it lies behind the one before, shifted up by 8, where 0 ends the
 * block; and how many bits that takes.
 */
export interface CoefficientTable {
  readonly codes: HuffmanTable
  /** By the next bits; 0 where `codes` must be asked. */
  readonly quick: Int32Array
}

export function coefficientTable(codes: HuffmanTable): CoefficientTable {
  return { codes, quick: quickTable(codes, { sizeOf: (symbol) => symbol & 15, entryOf: coefficientEntry }) }
}

// F.1.2.2.1: a run of zeros and the size of what follows. 0xF0 is sixteen zeros, as which a zero after fifteen serves.
function coefficientEntry(symbol: number, coefficient: number): number {
  const ends = (symbol & 15) === 0 && symbol !== 0xf0
  return ends ? 0 : (coefficient << 16) | (((symbol >> 4) + 1) << 8)
}

const PLACES = ZIGZAG.map(transposed)

/** Column after column, as the inverse transform takes it. */
const block = new Int32Array(64)

export function decodeWholeBlock(state: SequentialState, target: BlockTarget): void {
  const { reader, ac, divisors } = state
  block.fill(0)
  // Coefficients have 16 bits wherever they are kept.
  block[0] = Math.imul((nextDc(state) << 16) >> 16, divisors[0]!)
  const { view, end } = reader
  let { bit } = reader
  for (let k = 0; k < 63;) {
    let entry = ac.quick[bitsAt(view, bit, end) >>> (32 - QUICK_BITS)]!
    bit += entry & 0xff
    if (entry === 0) {
      reader.bit = bit
      entry = longCoefficient(reader, ac.codes)
      bit = reader.bit
    }
    const advance = (entry >> 8) & 0xff
    k += advance
    if (advance === 0 || k > 63) break
    block[PLACES[k]!] = Math.imul(entry >> 16, divisors[k]!)
  }
  reader.bit = bit
  drawBlock(block, target)
}

/** An entry as the quick table would have it. */
function longCoefficient(reader: BitReader, codes: HuffmanTable): number {
  const symbol = readCode(reader, codes)
  const size = symbol & 15
  return coefficientEntry(symbol, size === 0 ? 0 : reader.readSigned(size))
}

/** F.2.2.1. */
export function nextDc(state: {
  readonly reader: BitReader
  readonly dc: HuffmanTable | null
  prediction: number
}): number {
  const category = readCode(state.reader, state.dc!)
  if (category > 0) state.prediction += state.reader.readSigned(Math.min(category, 16))
  return state.prediction
}
