// ITU-T T.81 annex B: what a JPEG or JPEG-LS codestream says of itself before its first scan.

import { HilumError } from '../../../../shared/errors.ts'

export interface JpegComponent {
  readonly id: number
  readonly horizontal: number
  readonly vertical: number
  /** Of its quantisation table. */
  readonly divisors: number
}

export interface JpegHeader {
  /** The low byte of the frame marker: 0xC0 baseline, 0xC1 extended, 0xC2 progressive, 0xC3 lossless, 0xF7 JPEG-LS. */
  readonly frameMarker: number
  readonly precision: number
  readonly rows: number
  readonly columns: number
  readonly components: readonly JpegComponent[]
  readonly jfif: boolean
  /** The transform of an Adobe APP14 segment: 0 none, 1 YCbCr, 2 YCCK. */
  readonly adobeTransform: number | null
}

const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9

export function jpegHeader(codestream: Buffer): JpegHeader {
  if (codestream.length < 4 || codestream.readUInt16BE(0) !== 0xffd8) {
    throw new HilumError('DECODE_DAMAGED', 'its pixel data are not the JPEG that the transfer syntax says')
  }
  let jfif = false
  let adobeTransform: number | null = null
  for (const { marker, start, end } of jpegSegments(codestream)) {
    const segment = codestream.subarray(start, end)
    if (marker === 0xe0 && segment.toString('latin1', 0, 5) === 'JFIF\0') jfif = true
    if (marker === 0xee && segment.length >= 12 && segment.toString('latin1', 0, 5) === 'Adobe')
      adobeTransform = segment[11] ?? 0
    if (isFrameMarker(marker)) return { ...frameHeader(marker, segment), jfif, adobeTransform }
  }
  throw new HilumError('DECODE_DAMAGED', 'its JPEG codestream has no frame header')
}

interface Segment {
  readonly marker: number
  /** Of the marker itself. */
  readonly at: number
  readonly start: number
  readonly end: number
}

/** The marker segments from `from` on, up to the next scan. Fill bytes and lone markers are passed over. */
export function* jpegSegments(codestream: Buffer, from = 2): Generator<Segment> {
  let at = from
  while (at + 4 <= codestream.length) {
    if (codestream[at] !== 0xff) {
      at++
      continue
    }
    const marker = codestream[at + 1] ?? 0
    if (marker === 0xff || marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (marker === END_OF_IMAGE) return
    const end = at + 2 + codestream.readUInt16BE(at + 2)
    yield { marker, at, start: at + 4, end }
    if (marker === START_OF_SCAN) return
    at = Math.max(end, at + 4)
  }
}

// B.1.1.3: SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC); F7 is JPEG-LS (T.87 annex C).
function isFrameMarker(marker: number): boolean {
  return (
    marker === 0xf7 ||
    (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
  )
}

function frameHeader(marker: number, segment: Buffer): Omit<JpegHeader, 'jfif' | 'adobeTransform'> {
  const count = segment[5] ?? 0
  if (segment.length < 6 + 3 * count || count === 0) {
    throw new HilumError('DECODE_DAMAGED', 'the frame header of its JPEG codestream is cut short')
  }
  const components = Array.from({ length: count }, (_, i) => {
    const sampling = segment[7 + 3 * i] ?? 0
    return {
      id: segment[6 + 3 * i] ?? 0,
      horizontal: sampling >> 4,
      vertical: sampling & 15,
      divisors: segment[8 + 3 * i] ?? 0,
    }
  })
  return {
    frameMarker: marker,
    precision: segment[0] ?? 0,
    rows: segment.readUInt16BE(1),
    columns: segment.readUInt16BE(3),
    components,
  }
}
