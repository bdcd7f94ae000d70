import { HilumError } from '../../../../shared/errors.ts'
import type { Codec } from './codec.ts'
import { isYcbcr } from './jpeg-8-bit.ts'
import { jpegHeader } from './jpeg-header.ts'
import { forEachScan } from './jpeg/codestream.ts'
import { dctFrame, type DctFrame } from './jpeg/dct-components.ts'
import { componentPlane, type Plane } from './jpeg/dct-samples.ts'
import { decodeDctScan } from './jpeg/dct-scan.ts'
import { rgbFromYcbcr } from './jpeg/ycbcr.ts'

/**
 * ITU-T T.81 processes 1, 2, 4, 6, 8, 10 and 12: sequential and progressive Huffman coding. It is there for 12 bits, which no
 * package does right; 8 bits it does as well, which is how it is held against libjpeg.
 */
export const decodeJpegDct: Codec = async (codestream, description) => {
  const header = jpegHeader(codestream)
  const frame = dctFrame(header)
  const progressive = header.frameMarker === 0xc2
  const shares: number[] = []
  const tables = forEachScan(codestream, (scan, current) => {
    const { position, share } = decodeDctScan(codestream, frame, { scan, tables: current, progressive })
    shares.push(share)
    return position
  })
  // A progressive picture whose later scans are missing is whole, only less sharp.
  if ((shares[0] ?? 0) < 0.5) {
    throw new HilumError('DECODE_TRUNCATED', 'its JPEG codestream ends before half of its picture')
  }
  const planes = frame.components.map((component, i) =>
    componentPlane(frame, component, tables.quantisation[header.components[i]?.divisors ?? 0]),
  )
  const ycbcr = planes.length === 3 && isYcbcr(header, description)
  const samples = inOnePlane(frame, planes)
  return {
    rows: frame.rows,
    columns: frame.columns,
    samplesPerPixel: planes.length,
    precision: frame.precision,
    samplesSigned: false,
    samples: ycbcr ? rgbFromYcbcr(samples, frame.precision) : samples,
    toRgb: planes.length === 3,
    incomplete: shares.some((share) => share < 1),
  }
}

/** Interleaved, each component at the size of the picture: a sample stands for all the pixels it covers (A.1.1). */
function inOnePlane({ rows, columns, components }: DctFrame, planes: readonly Plane[]): Uint16Array {
  const samples = new Uint16Array(rows * columns * planes.length)
  const [only] = planes
  if (only && planes.length === 1) {
    for (let row = 0; row < rows; row++) {
      const from = row * only.stride
      samples.set(only.samples.subarray(from, from + columns), row * columns)
    }
    return samples
  }
  const widest = Math.max(...components.map((component) => component.horizontal))
  const tallest = Math.max(...components.map((component) => component.vertical))
  planes.forEach((plane, i) => {
    const across = components[i]!.horizontal / widest
    const down = components[i]!.vertical / tallest
    let to = i
    for (let row = 0; row < rows; row++) {
      const from = Math.floor(row * down) * plane.stride
      for (let column = 0; column < columns; column++, to += planes.length) {
        samples[to] = plane.samples[from + Math.floor(column * across)]!
      }
    }
  })
  return samples
}
