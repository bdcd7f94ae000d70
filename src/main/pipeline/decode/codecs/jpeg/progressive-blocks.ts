// ITU-T T.81 G.1.2 and G.2: what a progressive scan adds to the coefficients of one block.

import type { BitReader } from './bit-reader.ts'
import type { Scan } from './codestream.ts'
import { readCode, type HuffmanTable } from './huffman-table.ts'
import { nextDc } from './sequential-blocks.ts'
import { ZIGZAG } from './zigzag.ts'

/** What a progressive scan carries from block to block of one component. */
export interface ProgressiveState {
  readonly reader: BitReader
  readonly dc: HuffmanTable | null
  readonly ac: HuffmanTable | null
  readonly coefficients: Int16Array
  readonly spectralStart: number
  readonly spectralEnd: number
  readonly approximationLow: number
  /** Of the block before, F.2.2.1. */
  prediction: number
  /** Blocks that are still to be passed over, G.1.2.2. Shared by nothing: AC scans have one component. */
  endOfBandRun: number
}

/** Decodes the block whose coefficients start at `at`. */
export type DecodeBlock = (state: ProgressiveState, at: number) => void

export function blockDecoder(scan: Scan): DecodeBlock {
  const first = scan.approximationHigh === 0
  if (scan.spectralStart === 0) return first ? decodeDcFirst : refineDc
  return first ? decodeAcFirst : refineAc
}

const decodeDcFirst: DecodeBlock = (state, at) => {
  state.coefficients[at] = nextDc(state) << state.approximationLow
}

const refineDc: DecodeBlock = (state, at) => {
  if (state.reader.read(1) === 1) state.coefficients[at]! |= 1 << state.approximationLow
}

const decodeAcFirst: DecodeBlock = (state, at) => {
  if (state.endOfBandRun > 0) {
    state.endOfBandRun--
    return
  }
  const { reader, coefficients, approximationLow } = state
  const ac = state.ac!
  for (let k = state.spectralStart; k <= state.spectralEnd; k++) {
    const symbol = readCode(reader, ac)
    const size = symbol & 15
    const run = symbol >> 4
    if (size === 0) {
      if (run < 15) {
        state.endOfBandRun = (1 << run) - 1 + reader.read(run)
        return
      }
      k += 15
      continue
    }
    k += run
    if (k < 64) coefficients[at + ZIGZAG[k]!] = reader.readSigned(size) << approximationLow
  }
}

// G.1.2.3: between new coefficients, each that is not zero yet gets a bit of its own.
const refineAc: DecodeBlock = (state, at) => {
  const { reader, coefficients, spectralEnd } = state
  const bit = 1 << state.approximationLow
  let k = state.spectralStart
  if (state.endOfBandRun === 0) {
    for (; k <= spectralEnd; k++) {
      const symbol = readCode(reader, state.ac!)
      let run = symbol >> 4
      let value = 0
      if ((symbol & 15) !== 0) value = reader.read(1) === 1 ? bit : -bit
      else if (run < 15) {
        state.endOfBandRun = (1 << run) + reader.read(run)
        break
      }
      for (; k <= spectralEnd; k++) {
        const here = at + ZIGZAG[k]!
        if (coefficients[here] !== 0) refine(reader, coefficients, { here, bit })
        else if (run-- === 0) break
      }
      if (value !== 0 && k <= spectralEnd) coefficients[at + ZIGZAG[k]!] = value
    }
  }
  if (state.endOfBandRun === 0) return
  for (; k <= spectralEnd; k++) {
    const here = at + ZIGZAG[k]!
    if (coefficients[here] !== 0) refine(reader, coefficients, { here, bit })
  }
  state.endOfBandRun--
}

function refine(
  reader: BitReader,
  coefficients: Int16Array,
  { here, bit }: { here: number; bit: number },
): void {
  if (reader.read(1) === 0) return
  const value = coefficients[here]!
  if ((Math.abs(value) & bit) === 0) coefficients[here] = value >= 0 ? value + bit : value - bit
}
