// ITU-T T.81 annex B: tables, frame and scans, as the decoders of all processes need them.

import { HilumError } from '../../../../../shared/errors.ts'
import { jpegHeader, jpegSegments, type JpegHeader } from '../jpeg-header.ts'
import { huffmanTable, type HuffmanTable } from './huffman-table.ts'

export interface ScanComponent {
  /** Its place among the components of the frame. */
  readonly index: number
  readonly dcTable: number
  readonly acTable: number
}

export interface Scan {
  readonly components: readonly ScanComponent[]
  /** Ss: the first coefficient, or the predictor of a lossless scan. */
  readonly spectralStart: number
  /** Se. */
  readonly spectralEnd: number
  /** Ah: the bit position of the scan before, 0 for the first. */
  readonly approximationHigh: number
  /** Al: the bit position of this scan, or the point transform of a lossless one. */
  readonly approximationLow: number
  /** Where the entropy-coded bits start. */
  readonly start: number
}

// A progressive film has about ten. Thousands, each a few bytes long, would keep a decoder busy for hours.
const MOST_SCANS = 500

/** Tables as they stand when a scan starts; a scan may redefine those of the scan before. */
export interface Tables {
  readonly dc: (HuffmanTable | undefined)[]
  readonly ac: (HuffmanTable | undefined)[]
  /** 64 divisors in zigzag order. */
  readonly quantisation: (Uint16Array | undefined)[]
  restartInterval: number
}

/** Decodes one scan from `scan.start` and tells where it stopped reading. */
export type DecodeScan = (scan: Scan, tables: Tables) => number

/** Calls `decodeScan` for each scan of the codestream in turn. */
export function forEachScan(codestream: Buffer, decodeScan: DecodeScan): Tables {
  const header = jpegHeader(codestream)
  const tables: Tables = { dc: [], ac: [], quantisation: [], restartInterval: 0 }
  let from = 2
  for (let scans = 0; scans <= MOST_SCANS; scans++) {
    const scan = readUntilScan(codestream, from, { header, tables })
    if (!scan) return tables
    from = Math.max(decodeScan(scan, tables), scan.start)
  }
  throw new HilumError('DECODE_DAMAGED', 'its JPEG codestream has more scans than a picture can need')
}

/** Takes in the tables that stand before the next scan; null where none is left. */
function readUntilScan(
  codestream: Buffer,
  from: number,
  { header, tables }: { header: JpegHeader; tables: Tables },
): Scan | null {
  for (const { marker, start, end } of jpegSegments(codestream, from)) {
    const segment = codestream.subarray(start, end)
    if (marker === 0xc4) readHuffmanTables(segment, tables)
    if (marker === 0xdb) readQuantisationTables(segment, tables)
    if (marker === 0xdd && segment.length >= 2) tables.restartInterval = segment.readUInt16BE(0)
    if (marker === 0xda) return scanOf(segment, header, end)
  }
  return null
}

// B.2.4.2.
function readHuffmanTables(segment: Buffer, tables: Tables): void {
  let at = 0
  while (at + 17 <= segment.length) {
    const kind = segment[at] ?? 0
    const counts = segment.subarray(at + 1, at + 17)
    const total = counts.reduce((sum, count) => sum + count, 0)
    if (at + 17 + total > segment.length || (kind & 15) > 3) throw cutShort('a Huffman table')
    const table = huffmanTable(counts, segment.subarray(at + 17, at + 17 + total))
    const kinds = kind >> 4 === 0 ? tables.dc : tables.ac
    kinds[kind & 15] = table
    at += 17 + total
  }
}

// B.2.4.1: 8 or 16 bits an entry.
function readQuantisationTables(segment: Buffer, tables: Tables): void {
  let at = 0
  while (at < segment.length) {
    const kind = segment[at] ?? 0
    const size = kind >> 4 === 0 ? 1 : 2
    const entries = segment.subarray(at + 1, at + 1 + 64 * size)
    if (entries.length < 64 * size || (kind & 15) > 3) throw cutShort('a quantisation table')
    tables.quantisation[kind & 15] = Uint16Array.from({ length: 64 }, (_, i) =>
      size === 1 ? (entries[i] ?? 0) : entries.readUInt16BE(2 * i),
    )
    at += 1 + 64 * size
  }
}

// B.2.3.
function scanOf(segment: Buffer, header: JpegHeader, start: number): Scan {
  const count = segment[0] ?? 0
  if (segment.length < 4 + 2 * count || count < 1 || count > 4) throw cutShort('a scan header')
  const components = Array.from({ length: count }, (_, i) => {
    const id = segment[1 + 2 * i] ?? 0
    const selectors = segment[2 + 2 * i] ?? 0
    const index = header.components.findIndex((component) => component.id === id)
    if (index < 0)
      throw new HilumError('DECODE_DAMAGED', 'a scan of its JPEG codestream names a component it has not')
    return { index, dcTable: selectors >> 4, acTable: selectors & 15 }
  })
  const [spectralStart = 0, spectralEnd = 0, approximation = 0] = segment.subarray(1 + 2 * count)
  return {
    components,
    spectralStart,
    spectralEnd,
    approximationHigh: approximation >> 4,
    approximationLow: approximation & 15,
    start,
  }
}

/** The table that a scan names, which must have come before it. */
export function tableOf(tables: readonly (HuffmanTable | undefined)[], index: number): HuffmanTable {
  const table = tables[index]
  if (!table)
    throw new HilumError('DECODE_DAMAGED', 'its JPEG codestream uses a Huffman table that it does not hold')
  return table
}

function cutShort(what: string): HilumError {
  return new HilumError('DECODE_DAMAGED', `${what} of its JPEG codestream is cut short`)
}
