// ITU-T T.81 A.2, E.2 and F.2: the order in which a scan codes its blocks, and its restarts.

import { HilumError } from '../../../../../shared/errors.ts'
import { BitReader } from './bit-reader.ts'
import { blockDecoder, type BlockState, type DecodeBlock } from './block-decoders.ts'
import { tableOf, type Scan, type ScanComponent, type Tables } from './codestream.ts'
import type { DctComponent, DctFrame } from './dct-components.ts'

interface Part {
  readonly component: DctComponent
  readonly state: BlockState
}

interface RunningScan {
  readonly reader: BitReader
  readonly parts: readonly Part[]
  readonly decodeBlock: DecodeBlock
  readonly restartInterval: number
}

/** Adds what the scan codes to the frame's coefficients; says where it stopped and what share of its MCUs it had. */
export function decodeDctScan(
  codestream: Buffer,
  frame: DctFrame,
  { scan, tables, progressive }: { scan: Scan; tables: Tables; progressive: boolean },
): { position: number; share: number } {
  refuseImpossible(scan, progressive)
  const reader = new BitReader(codestream, scan.start)
  const running: RunningScan = {
    reader,
    parts: scan.components.map((part) => ({
      component: frame.components[part.index]!,
      state: blockState(reader, frame, { part, scan, tables, progressive }),
    })),
    decodeBlock: blockDecoder(progressive, scan),
    restartInterval: tables.restartInterval,
  }
  const share = running.parts.length === 1 ? decodeAlone(running) : decodeInterleaved(running, frame)
  reader.findMarker()
  return { position: reader.position, share }
}

function blockState(
  reader: BitReader,
  frame: DctFrame,
  {
    part,
    scan,
    tables,
    progressive,
  }: { part: ScanComponent; scan: Scan; tables: Tables; progressive: boolean },
): BlockState {
  const needsDc = scan.spectralStart === 0 && (!progressive || scan.approximationHigh === 0)
  const needsAc = !progressive || scan.spectralStart > 0
  return {
    reader,
    dc: needsDc ? tableOf(tables.dc, part.dcTable) : null,
    ac: needsAc ? tableOf(tables.ac, part.acTable) : null,
    coefficients: frame.components[part.index]!.coefficients,
    spectralStart: scan.spectralStart,
    spectralEnd: scan.spectralEnd,
    approximationLow: scan.approximationLow,
    prediction: 0,
    endOfBandRun: 0,
  }
}

// A.2.2: one component alone, block after block, without those that only fill up an MCU.
function decodeAlone({ reader, parts, decodeBlock, restartInterval }: RunningScan): number {
  const { component, state } = parts[0]!
  const { blockRows, blockColumns, storedBlockColumns } = component
  let untilRestart = restartInterval
  for (let row = 0; row < blockRows; row++) {
    for (let column = 0; column < blockColumns; column++) {
      if (restartInterval > 0 && untilRestart-- === 0) {
        restart(reader, parts)
        untilRestart = restartInterval - 1
      }
      decodeBlock(state, (row * storedBlockColumns + column) * 64)
    }
    if (reader.overrun) return row / blockRows
  }
  return 1
}

// A.2.3: in each MCU, each component's blocks in turn.
function decodeInterleaved(
  { reader, parts, decodeBlock, restartInterval }: RunningScan,
  frame: DctFrame,
): number {
  let untilRestart = restartInterval
  for (let row = 0; row < frame.mcuRows; row++) {
    for (let column = 0; column < frame.mcuColumns; column++) {
      if (restartInterval > 0 && untilRestart-- === 0) {
        restart(reader, parts)
        untilRestart = restartInterval - 1
      }
      for (const part of parts) decodeMcu(part, decodeBlock, { row, column })
    }
    if (reader.overrun) return row / frame.mcuRows
  }
  return 1
}

function decodeMcu(
  { component, state }: Part,
  decodeBlock: DecodeBlock,
  { row, column }: { row: number; column: number },
): void {
  const { horizontal, vertical, storedBlockColumns } = component
  for (let v = 0; v < vertical; v++) {
    const first = (row * vertical + v) * storedBlockColumns + column * horizontal
    for (let h = 0; h < horizontal; h++) decodeBlock(state, (first + h) * 64)
  }
}

function restart(reader: BitReader, parts: readonly Part[]): void {
  reader.restart()
  for (const { state } of parts) {
    state.prediction = 0
    state.endOfBandRun = 0
  }
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
