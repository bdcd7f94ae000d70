// ITU-T T.81 annex H: each sample is foretold from its neighbours and the difference is coded.

import { HilumError } from '../../../../../shared/errors.ts'
import { BitReader } from './bit-reader.ts'
import { tableOf, type Scan, type Tables } from './codestream.ts'
import { readCode, type HuffmanTable } from './huffman-table.ts'

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
  readonly tables: readonly HuffmanTable[]
  /** The place of each component of the scan within a pixel. */
  readonly places: readonly number[]
  readonly predictor: number
  /** 2^(P - Pt - 1): what the first sample is foretold from. */
  readonly first: number
}

// Table H.1: what stands for the sample, from the left (a), above (b) and above left (c).
const PREDICTORS: readonly ((a: number, b: number, c: number) => number)[] = [
  () => 0,
  (a) => a,
  (_, b) => b,
  (_a, _b, c) => c,
  (a, b, c) => a + b - c,
  (a, b, c) => a + ((b - c) >> 1),
  (a, b, c) => b + ((a - c) >> 1),
  (a, b) => (a + b) >> 1,
]

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
  state.reader.findMarker()
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
    tables: scan.components.map(({ dcTable }) => tableOf(tables.dc, dcTable)),
    places: scan.components.map(({ index }) => index),
    predictor,
    first: 1 << (precision - pointTransform - 1),
  }
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
  const predict = PREDICTORS[scan.predictor] ?? PREDICTORS[1]!
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
          : predict(samples[here - components]!, samples[here - width]!, samples[here - width - components]!)
      samples[here] = predicted + difference(scan.reader, scan.tables[i]!)
    }
  }
}

// The same for one component, which is what a film has: neighbours stay in variables.
function decodeComponentRow(
  { samples, columns, components }: LosslessPicture,
  { reader, tables, predictor, first }: LosslessScan,
  { place, row, isFirst }: { place: number; row: number; isFirst: boolean },
): void {
  const table = tables[0]!
  const width = columns * components
  const start = row * width + place
  const end = start + width
  // H.1.2.1: the first line is foretold from the left, the first sample of the others from above.
  let left = ((isFirst ? first : samples[start - width]!) + difference(reader, table)) & 0xffff
  samples[start] = left
  if (isFirst || predictor === 1) {
    for (let at = start + components; at < end; at += components) {
      left = (left + difference(reader, table)) & 0xffff
      samples[at] = left
    }
    return
  }
  const predict = PREDICTORS[predictor]!
  let aboveLeft = samples[start - width]!
  for (let at = start + components; at < end; at += components) {
    const above = samples[at - width]!
    left = (predict(left, above, aboveLeft) + difference(reader, table)) & 0xffff
    samples[at] = left
    aboveLeft = above
  }
}

// H.1.2.2: category 16 stands for 32768 and has no further bits.
function difference(reader: BitReader, table: HuffmanTable): number {
  const category = readCode(reader, table)
  if (category === 0) return 0
  return category >= 16 ? 32_768 : reader.readSigned(category)
}
