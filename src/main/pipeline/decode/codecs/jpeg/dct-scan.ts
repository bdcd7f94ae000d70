// ITU-T T.81 A.2, E.2 and F.2: the order in which a scan codes its blocks, and its restarts.

import { HilumError } from '../../../../../shared/errors.ts'
import type { JpegHeader } from '../jpeg-header.ts'
import { BitReader } from './bit-reader.ts'
import { tableOf, type Scan, type ScanComponent, type Tables } from './codestream.ts'
import { PROGRESSIVE, type DctComponent, type DctFrame } from './dct-components.ts'
import { divisorsOf, firstBlock } from './dct-samples.ts'
import { blockDecoder } from './progressive-blocks.ts'
import { coefficientTable, decodeWholeBlock } from './sequential-blocks.ts'

/** One component of a scan. */
interface Part {
  readonly component: DctComponent
  /** In the component's rows and columns of blocks. */
  readonly decodeBlock: (row: number, column: number) => void
  readonly forget: () => void
}

interface RunningScan {
  readonly reader: BitReader
  readonly parts: readonly Part[]
  readonly restartInterval: number
}

interface ScanToDecode {
  readonly header: JpegHeader
  readonly scan: Scan
  readonly tables: Tables
}

/** Draws what the scan codes, or adds it to the frame's coefficients; says where it stopped and what share of its MCUs it had. */
export function decodeDctScan(
  codestream: Buffer,
  frame: DctFrame,
  wanted: ScanToDecode,
): { position: number; share: number } {
  const progressive = wanted.header.frameMarker === PROGRESSIVE
  refuseImpossible(wanted.scan, progressive)
  const reader = new BitReader(codestream, wanted.scan.start)
  const partOf = progressive ? progressivePart : sequentialPart
  const running: RunningScan = {
    reader,
    parts: wanted.scan.components.map((part) => partOf(reader, frame, part, wanted)),
    restartInterval: wanted.tables.restartInterval,
  }
  const share = running.parts.length === 1 ? decodeAlone(running) : decodeInterleaved(running, frame)
  return { position: reader.position, share }
}

function sequentialPart(
  reader: BitReader,
  frame: DctFrame,
  { index, dcTable, acTable }: ScanComponent,
  { header, tables }: ScanToDecode,
): Part {
  const component = frame.components[index]!
  const target = firstBlock(frame, component)
  const state = {
    reader,
    dc: tableOf(tables.dc, dcTable),
    ac: coefficientTable(tableOf(tables.ac, acTable)),
    divisors: divisorsOf(tables.quantisation, header.components[index]!.divisors),
    prediction: 0,
  }
  return {
    component,
    decodeBlock(row, column) {
      target.start = row * 8 * target.stride + column * 8
      decodeWholeBlock(state, target)
    },
    forget() {
      state.prediction = 0
    },
  }
}

function progressivePart(
  reader: BitReader,
  frame: DctFrame,
  { index, dcTable, acTable }: ScanComponent,
  { scan, tables }: ScanToDecode,
): Part {
  const component = frame.components[index]!
  const needsDc = scan.spectralStart === 0 && scan.approximationHigh === 0
  const state = {
    reader,
    dc: needsDc ? tableOf(tables.dc, dcTable) : null,
    ac: scan.spectralStart > 0 ? tableOf(tables.ac, acTable) : null,
    coefficients: component.coefficients,
    spectralStart: scan.spectralStart,
    spectralEnd: scan.spectralEnd,
    approximationLow: scan.approximationLow,
    prediction: 0,
    endOfBandRun: 0,
  }
  const decode = blockDecoder(scan)
  return {
    component,
    decodeBlock: (row, column) => decode(state, (row * component.storedBlockColumns + column) * 64),
    forget() {
      state.prediction = 0
      state.endOfBandRun = 0
    },
  }
}

// A.2.2: one component alone, block after block, without those that only fill up an MCU.
function decodeAlone({ reader, parts, restartInterval }: RunningScan): number {
  const { component, decodeBlock } = parts[0]!
  const { blockRows, blockColumns } = component
  let untilRestart = restartInterval
  for (let row = 0; row < blockRows; row++) {
    for (let column = 0; column < blockColumns; column++) {
      if (restartInterval > 0 && untilRestart-- === 0) {
        restart(reader, parts)
        untilRestart = restartInterval - 1
      }
      decodeBlock(row, column)
    }
    if (reader.overrun) return row / blockRows
  }
  return 1
}

// A.2.3: in each MCU, each component's blocks in turn.
function decodeInterleaved({ reader, parts, restartInterval }: RunningScan, frame: DctFrame): number {
  let untilRestart = restartInterval
  for (let row = 0; row < frame.mcuRows; row++) {
    for (let column = 0; column < frame.mcuColumns; column++) {
      if (restartInterval > 0 && untilRestart-- === 0) {
        restart(reader, parts)
        untilRestart = restartInterval - 1
      }
      for (const part of parts) decodeMcu(part, row, column)
    }
    if (reader.overrun) return row / frame.mcuRows
  }
  return 1
}

function decodeMcu({ component, decodeBlock }: Part, row: number, column: number): void {
  const { horizontal, vertical } = component
  for (let v = 0; v < vertical; v++) {
    for (let h = 0; h < horizontal; h++) decodeBlock(row * vertical + v, column * horizontal + h)
  }
}

function restart(reader: BitReader, parts: readonly Part[]): void {
  reader.restart()
  for (const { forget } of parts) forget()
}

// G.1.1.1: an AC scan codes one component; bands end at 63.
function refuseImpossible(scan: Scan, progressive: boolean): void {
  const { spectralStart, spectralEnd, components, approximationLow } = scan
  const possible =
    !progressive ||
    (spectralEnd <= 63 &&
      spectralStart <= spectralEnd &&
      approximationLow <= 13 &&
      (spectralStart === 0 ? spectralEnd === 0 : components.length === 1))
  if (!possible) throw new HilumError('DECODE_DAMAGED', 'a scan header of its JPEG codestream is impossible')
}
