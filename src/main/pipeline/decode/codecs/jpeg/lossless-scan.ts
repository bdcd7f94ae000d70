// ITU-T T.81 annex H: each sample is foretold from its neighbours and the difference is coded.

import { HilumError } from '../../../../../shared/errors.ts'
import { BitReader, bitsAt } from './bit-reader.ts'
import { tableOf, type Scan, type Tables } from './codestream.ts'
import { QUICK_BITS, quickTable, readCode, type HuffmanTable } from './huffman-table.ts'

export interface LosslessPicture {
  readonly rows: number
  readonly columns: number
  /** Components of the frame, interleaved in `samples`. */
  readonly components: number
  readonly precision: number
  readonly samples: Uint8Array | Uint16Array
}

interface LosslessScan {
  readonly reader: BitReader
  readonly tables: readonly DifferenceTable[]
  /** The place of each component of the scan within a pixel. */
  readonly places: readonly number[]
  readonly predictor: number
  /** 2^(P - Pt - 1): what the first sample is foretold from. */
  readonly first: number
}

interface DifferenceTable {
  readonly codes: HuffmanTable
  /** By the next bits: the difference shifted up by eight, and the bits it takes; 0 where `codes` must be asked. */
  readonly quick: Int32Array
}

// Table H.1: what stands for the sample, from the left (a), above (b) and above left (c).
function foretold(predictor: number, a: number, b: number, c: number): number {
  switch (predictor) {
    case 1:
      return a
    case 2:
      return b
    case 3:
      return c
    case 4:
      return a + b - c
    case 5:
      return a + ((b - c) >> 1)
    case 6:
      return b + ((a - c) >> 1)
    default:
      return (a + b) >> 1
  }
}

/** Fills the scan's components into the picture; says where it stopped and how many rows it filled. */
export function decodeLosslessScan(
  codestream: Buffer,
  picture: LosslessPicture,
  { scan, tables }: { scan: Scan; tables: Tables },
): { position: number; rows: number } {
  const state = scanState(codestream, picture, { scan, tables })
  const { rows, columns } = picture
  const interval = restartRows(tables.restartInterval, columns)
  let row = 0
  for (; row < rows; row++) {
    const restarts = interval > 0 && row > 0 && row % interval === 0
    if (restarts) state.reader.restart()
    decodeRow(picture, state, { row, isFirst: row === 0 || restarts })
    if (state.reader.overrun) break
  }
  return { position: state.reader.position, rows: row }
}

function scanState(
  codestream: Buffer,
  { precision }: LosslessPicture,
  { scan, tables }: { scan: Scan; tables: Tables },
): LosslessScan {
  const { spectralStart: predictor, approximationLow: pointTransform } = scan
  if (predictor < 1 || predictor > 7 || pointTransform >= precision) {
    throw new HilumError('DECODE_DAMAGED', `its lossless JPEG codestream names predictor ${predictor}`)
  }
  return {
    reader: new BitReader(codestream, scan.start),
    tables: scan.components.map(({ dcTable }) => differenceTable(tableOf(tables.dc, dcTable))),
    places: scan.components.map(({ index }) => index),
    predictor,
    first: 1 << (precision - pointTransform - 1),
  }
}

function differenceTable(codes: HuffmanTable): DifferenceTable {
  const coding = {
    sizeOf: (category: number) => category,
    entryOf: (_: number, difference: number) => difference << 8,
  }
  return { codes, quick: quickTable(codes, coding) }
}

// H.1.1: the interval is a whole number of lines.
function restartRows(restartInterval: number, columns: number): number {
  if (restartInterval % columns !== 0) {
    throw new HilumError('DECODE_UNSUPPORTED', 'its lossless JPEG codestream restarts within a line')
  }
  return restartInterval / columns
}

function decodeRow(
  picture: LosslessPicture,
  scan: LosslessScan,
  { row, isFirst }: { row: number; isFirst: boolean },
): void {
  const only = scan.places.length === 1 ? scan.places[0] : undefined
  if (only !== undefined) {
    decodeComponentRow(picture, scan, { place: only, row, isFirst })
    return
  }
  const { samples, columns, components } = picture
  const width = columns * components
  for (let at = row * width; at < (row + 1) * width; at += components) {
    for (let i = 0; i < scan.places.length; i++) {
      const here = at + scan.places[i]!
      const isStart = at === row * width
      const predicted = isFirst
        ? isStart
          ? scan.first
          : samples[here - components]!
        : isStart
          ? samples[here - width]!
          : foretold(
              scan.predictor,
              samples[here - components]!,
              samples[here - width]!,
              samples[here - width - components]!,
            )
      samples[here] = predicted + difference(scan.reader, scan.tables[i]!)
    }
  }
}

// The same for one component, which is what a film has: neighbours and the place in the bits stay in variables.
function decodeComponentRow(
  { samples, columns, components }: LosslessPicture,
  { reader, tables, predictor, first }: LosslessScan,
  { place, row, isFirst }: { place: number; row: number; isFirst: boolean },
): void {
  const table = tables[0]!
  const { view, end: lastBits } = reader
  const width = columns * components
  const start = row * width + place
  const end = start + width
  // H.1.2.1: the first line is foretold from the left, the first sample of the others from above.
  const effective = isFirst ? 1 : predictor
  const above = effective === 1 ? 0 : width
  let left = ((isFirst ? first : samples[start - width]!) + difference(reader, table)) & 0xffff
  samples[start] = left
  let aboveLeft = samples[start - above]!
  let { bit } = reader
  for (let at = start + components; at < end; at += components) {
    const entry = table.quick[bitsAt(view, bit, lastBits) >>> (32 - QUICK_BITS)]!
    let difference = entry >> 8
    bit += entry & 0xff
    if (entry === 0) {
      reader.bit = bit
      difference = longDifference(reader, table)
      bit = reader.bit
    }
    const sampleAbove = samples[at - above]!
    left = (foretold(effective, left, sampleAbove, aboveLeft) + difference) & 0xffff
    aboveLeft = sampleAbove
    samples[at] = left
  }
  reader.bit = bit
}

function difference(reader: BitReader, table: DifferenceTable): number {
  const entry = table.quick[reader.peek(QUICK_BITS)]!
  if (entry === 0) return longDifference(reader, table)
  reader.skip(entry & 0xff)
  return entry >> 8
}

// H.1.2.2: category 16 stands for 32768 and has no further bits.
function longDifference(reader: BitReader, { codes }: DifferenceTable): number {
  const category = readCode(reader, codes)
  if (category === 0) return 0
  return category >= 16 ? 32_768 : reader.readSigned(category)
}
