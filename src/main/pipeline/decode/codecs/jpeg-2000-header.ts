// ITU-T T.800 annex A: what a JPEG 2000 codestream says of itself before its first tile.

import { HilumError } from '../../../../shared/errors.ts'
import type { PixelDescription } from '../dicom/pixel-description.ts'

export interface Jpeg2000Header {
  readonly rows: number
  readonly columns: number
  readonly components: number
  readonly precision: number
  readonly signed: boolean
  /** Whether the first three components are stored as luma and chroma (COD, multiple component transformation). */
  readonly componentTransform: boolean
  /** Whether it says by a CAP segment that its blocks are coded by T.814. */
  readonly highThroughput: boolean
}

const START_AND_SIZE = 0xff4fff51
const CODING_STYLE = 0xff52
const CAPABILITIES = 0xff50
const START_OF_TILE = 0xff90
const END_OF_CODESTREAM = Buffer.from([0xff, 0xd9])

export function jpeg2000Header(codestream: Buffer): Jpeg2000Header {
  if (codestream.length < 45 || codestream.readUInt32BE(0) !== START_AND_SIZE) throw notJpeg2000()
  const components = codestream.readUInt16BE(40)
  refuseImpossible(codestream, components)
  const firstSize = codestream[42] ?? 0
  return {
    columns: codestream.readUInt32BE(8) - codestream.readUInt32BE(16),
    rows: codestream.readUInt32BE(12) - codestream.readUInt32BE(20),
    components,
    precision: (firstSize & 0x7f) + 1,
    signed: firstSize >= 0x80,
    ...mainHeaderSegments(codestream),
  }
}

/**
 * A.5.1. The libraries believe these: on components of another size than the picture, which no film has, OpenJPH never
 * comes to an end, and tiles of a pixel each cost a gigabyte.
 */
function refuseImpossible(codestream: Buffer, components: number): void {
  const [right, bottom, left, top, tileColumns, tileRows] = [8, 12, 16, 20, 24, 28].map((at) =>
    codestream.readUInt32BE(at),
  ) as [number, number, number, number, number, number]
  const sampling = codestream.subarray(42, 42 + 3 * components)
  const tiles = Math.ceil(right / tileColumns) * Math.ceil(bottom / tileRows)
  const possible = right > left && bottom > top && tiles <= 65_535 && components >= 1 && components <= 4
  if (!possible) throw new HilumError('DECODE_DAMAGED', 'its JPEG 2000 codestream says sizes that cannot be')
  if (sampling.length < 3 * components || sampling.some((value, i) => i % 3 > 0 && value !== 1)) {
    throw new HilumError('DECODE_UNSUPPORTED', 'its JPEG 2000 codestream stores components at another size')
  }
}

function mainHeaderSegments(
  codestream: Buffer,
): Pick<Jpeg2000Header, 'componentTransform' | 'highThroughput'> {
  let componentTransform = false
  let highThroughput = false
  let at = 2
  while (at + 4 <= codestream.length) {
    const marker = codestream.readUInt16BE(at)
    if (marker === START_OF_TILE || marker < 0xff00) break
    // A.6.1: marker, length, style, then progression order, two bytes of layers, and the transformation.
    if (marker === CODING_STYLE) componentTransform = codestream[at + 8] === 1
    if (marker === CAPABILITIES && at + 8 <= codestream.length) {
      // T.814 A.3: bit 15 from the top of Pcap stands for part 15.
      highThroughput = ((codestream.readUInt32BE(at + 4) >>> 17) & 1) === 1
    }
    at += 2 + Math.max(codestream.readUInt16BE(at + 2), 2)
  }
  return { componentTransform, highThroughput }
}

/**
 * Whether the decoded samples are RGB, whatever they were. PS3.3 C.7.6.3.1.2: YBR_RCT and YBR_ICT are the codestream's own
 * transform, so a file that says one of them without such a transform never left RGB.
 */
export function becomesRgb(
  codestream: Buffer,
  { photometricInterpretation, samplesPerPixel }: PixelDescription,
): boolean {
  const ownTransform = photometricInterpretation === 'YBR_RCT' || photometricInterpretation === 'YBR_ICT'
  return samplesPerPixel === 3 && (ownTransform || jpeg2000Header(codestream).componentTransform)
}

/** The share of the tile-parts' bytes that is there, A.4.2; OpenJPH makes a picture of any part and says nothing. */
export function shareThere(codestream: Buffer): number {
  let at = codestream.indexOf(Buffer.from([0xff, START_OF_TILE & 0xff, 0, 10]))
  if (at < 0) return 0
  while (at + 12 <= codestream.length && codestream.readUInt16BE(at) === START_OF_TILE) {
    const length = codestream.readUInt32BE(at + 6)
    // 0: the last one, up to the end marker.
    if (length === 0) return codestream.includes(END_OF_CODESTREAM, -4) ? 1 : 0.5
    if (at + length > codestream.length) return (codestream.length - 2) / (at + length)
    at += Math.max(length, 12)
  }
  return 1
}

/** Without the boxes of a JP2 file, which some writers put around the codestream. */
export function bareCodestream(bytes: Buffer): Buffer {
  if (bytes.length < 12 || bytes.readUInt32BE(0) !== 12 || bytes.toString('latin1', 4, 8) !== 'jP  ')
    return bytes
  let at = 0
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'jp2c')
      return bytes.subarray(at + (length === 1 ? 16 : 8))
    if (length < 8) break
    at += length
  }
  throw notJpeg2000()
}

function notJpeg2000(): HilumError {
  return new HilumError(
    'DECODE_DAMAGED',
    'its pixel data are not the JPEG 2000 that the transfer syntax says',
  )
}
