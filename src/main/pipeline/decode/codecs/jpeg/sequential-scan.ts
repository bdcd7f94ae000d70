import { jpegSegments } from '../jpeg-header.ts'

/** What a codestream says whose only scan holds all there is of a grey picture. Tables are left as they are written. */
export interface SequentialScan {
  readonly rows: number
  readonly columns: number
  /** 64, in the order of the scan. */
  readonly divisors: Buffer
  /** B.2.4.2: 16 counts and the values. */
  readonly dcTable: Buffer
  readonly acTable: Buffer
  /** In blocks; 0 without restarts. */
  readonly restartInterval: number
  /** Where the entropy-coded bits start. */
  readonly start: number
}

interface Tables {
  /** By the byte that names them: DC tables from 0, AC tables from 16. */
  readonly huffman: Map<number, Buffer>
  readonly divisors: Map<number, Buffer>
  restartInterval: number
}

type Frame = Pick<SequentialScan, 'rows' | 'columns'> & { readonly id: number; readonly divisors: number }

const START_OF_IMAGE = 0xffd8

/**
 * Null where the codestream is anything else than the plainest: 8 bits, one component, tables as T.81 table B.2 allows
 * them for baseline, and not a word that libjpeg would warn of.
 */
export function sequentialScan(codestream: Buffer): SequentialScan | null {
  if (codestream.length < 4 || codestream.readUInt16BE(0) !== START_OF_IMAGE) return null
  const tables: Tables = { huffman: new Map(), divisors: new Map(), restartInterval: 0 }
  let frame: Frame | null = null
  let expected = 2
  for (const { marker, at, start, end } of jpegSegments(codestream)) {
    if (at !== expected || end > codestream.length) return null
    expected = end
    const segment = codestream.subarray(start, end)
    if (marker === 0xda) return frame && scanOf(segment, { frame, tables, start: end })
    if (isFrameHeader(marker)) {
      if (frame !== null) return null
      frame = frameOf(segment)
    } else if (!take(marker, segment, tables)) return null
  }
  return null
}

// SOF0 and SOF1; what other frames say, `take` knows not.
function isFrameHeader(marker: number): boolean {
  return marker === 0xc0 || marker === 0xc1
}

// B.2.2.
function frameOf(segment: Buffer): Frame | null {
  if (segment.length !== 9 || segment[0] !== 8 || segment[5] !== 1) return null
  const sampling = segment[7]!
  // A lone component is as large as the picture, whatever factors it names, as long as it names possible ones.
  if (sampling >> 4 < 1 || sampling >> 4 > 4 || (sampling & 15) < 1 || (sampling & 15) > 4) return null
  const [rows, columns] = [segment.readUInt16BE(1), segment.readUInt16BE(3)]
  return rows > 0 && columns > 0 ? { rows, columns, id: segment[6]!, divisors: segment[8]! } : null
}

/** False where the segment is none that such a codestream has, or not whole. */
function take(marker: number, segment: Buffer, tables: Tables): boolean {
  switch (marker) {
    case 0xc4:
      return takeHuffmanTables(segment, tables)
    case 0xdb:
      return takeDivisors(segment, tables)
    case 0xdd:
      if (segment.length !== 2) return false
      tables.restartInterval = segment.readUInt16BE(0)
      return true
    case 0xe0:
      // libjpeg warns of a version that it does not know.
      return segment.toString('latin1', 0, 5) !== 'JFIF\0' || segment[5] === 1
    default:
      // Comments and application segments.
      return marker === 0xfe || (marker > 0xe0 && marker <= 0xef)
  }
}

// B.2.4.2.
function takeHuffmanTables(segment: Buffer, { huffman }: Tables): boolean {
  let at = 0
  while (at + 17 <= segment.length) {
    const counts = segment.subarray(at + 1, at + 17)
    const end = at + 17 + counts.reduce((sum, count) => sum + count, 0)
    if (end > segment.length || end > at + 17 + 256) return false
    huffman.set(segment[at]!, segment.subarray(at + 1, end))
    at = end
  }
  return at === segment.length
}

// B.2.4.1, entries of 8 bits.
function takeDivisors(segment: Buffer, { divisors }: Tables): boolean {
  for (let at = 0; at < segment.length; at += 65) {
    if (segment[at]! > 3 || at + 65 > segment.length) return false
    divisors.set(segment[at]!, segment.subarray(at + 1, at + 65))
  }
  return true
}

// B.2.3: one component, its tables, and the whole of the spectrum at full precision.
function scanOf(
  segment: Buffer,
  { frame, tables, start }: { frame: Frame; tables: Tables; start: number },
): SequentialScan | null {
  const [count, id, selectors, spectralStart, spectralEnd, approximation] = segment
  if (segment.length !== 6 || count !== 1 || id !== frame.id) return null
  if (spectralStart !== 0 || spectralEnd !== 63 || approximation !== 0) return null
  const divisors = tables.divisors.get(frame.divisors)
  const dcTable = tables.huffman.get(selectors! >> 4)
  const acTable = tables.huffman.get(16 + (selectors! & 15))
  if (!divisors || !dcTable || !acTable || selectors! >> 4 > 3 || (selectors! & 15) > 3) return null
  const { rows, columns } = frame
  return { rows, columns, divisors, dcTable, acTable, restartInterval: tables.restartInterval, start }
}
