import type { AllocateBytes } from '../../../film.ts'
import { greyDecoder, setTables, type GreyDecoder } from './grey-decoder.ts'
import { sequentialScan, type SequentialScan } from './sequential-scan.ts'

export interface GreyPicture {
  readonly rows: number
  readonly columns: number
  readonly samples: Uint8Array
}

// Larger pictures are left to sharp, which holds them once.
const MOST_PIXELS = 32_000_000
/** More than what a segment keeps free below itself. */
const SPARE_BYTES = 1024
const END_OF_IMAGE = 0xd9
const FIRST_RESTART = 0xd0

/** Where things are in a decoder's memory. */
interface Places {
  /** The codestream from its first scan on. */
  readonly from: number
  readonly end: number
  /** Above the room for a segment. */
  readonly top: number
  /** Of samples, in whole blocks. */
  readonly plane: number
}

/**
 * A grey sequential JPEG of 8 bits, to the samples of libjpeg's accurate transform, which are sharp's to the bit, in a
 * third of its time. Null where the codestream is any other, or has any fault: those are for sharp to judge.
 */
export function greyPicture(
  codestream: Buffer,
  allocate: AllocateBytes = (size) => Buffer.allocUnsafeSlow(size),
): GreyPicture | null {
  const scan = sequentialScan(codestream)
  if (scan === null || scan.rows * scan.columns > MOST_PIXELS) return null
  const across = Math.ceil(scan.columns / 8)
  const blocks = across * Math.ceil(scan.rows / 8)
  const coded = codestream.subarray(scan.start)
  const decoder = greyDecoder(2 * coded.length + SPARE_BYTES + 64 * blocks)
  const from = decoder.heap()
  const top = from + 2 * coded.length + SPARE_BYTES
  const places = { from, end: from + coded.length, top, plane: top }
  new Uint8Array(decoder.memory.buffer).set(coded, from)
  if (!setTables(decoder, scan) || !drawScan(decoder, scan, { across, blocks, places })) return null
  const { rows, columns } = scan
  const { buffer, byteOffset } = allocate(rows * columns)
  const samples = new Uint8Array(buffer, byteOffset, rows * columns)
  crop(new Uint8Array(decoder.memory.buffer, places.plane, 64 * blocks), samples, scan)
  return { rows, columns, samples }
}

/** Segment after segment, as restarts divide them; false where anything is not as it should be. */
function drawScan(
  decoder: GreyDecoder,
  { restartInterval }: SequentialScan,
  { across, blocks, places }: { across: number; blocks: number; places: Places },
): boolean {
  const memory = new Uint8Array(decoder.memory.buffer)
  const interval = restartInterval === 0 ? blocks : restartInterval
  let at = places.from
  for (let first = 0, restart = 0; first < blocks; first += interval, restart++) {
    const end = Math.min(first + interval, blocks)
    const length = decoder.takeSegment(at, places.end, places.top)
    if (decoder.drawSegment(first, end, across, places.plane, places.top, length) === 0) return false
    at = decoder.segmentEnd()
    const marker = end === blocks ? END_OF_IMAGE : FIRST_RESTART + (restart & 7)
    if (at + 2 > places.end || memory[at + 1] !== marker) return false
    at += 2
  }
  return true
}

/** What is drawn are whole blocks. */
function crop(drawn: Uint8Array, samples: Uint8Array, { rows, columns }: SequentialScan): void {
  const stride = Math.ceil(columns / 8) * 8
  if (stride === columns) {
    samples.set(drawn.subarray(0, rows * columns))
    return
  }
  for (let row = 0; row < rows; row++) {
    samples.set(drawn.subarray(row * stride, row * stride + columns), row * columns)
  }
}
