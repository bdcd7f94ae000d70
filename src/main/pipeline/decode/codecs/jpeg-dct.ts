import { HilumError } from '../../../../shared/errors.ts'
import type { Codec } from './codec.ts'
import { jpegHeader } from './jpeg-header.ts'
import { rowsOfPicture } from './jpeg/chroma.ts'
import { coloursOf } from './jpeg/coded-colours.ts'
import { forEachScan } from './jpeg/codestream.ts'
import { dctFrame, PROGRESSIVE, type DctComponent, type DctFrame } from './jpeg/dct-components.ts'
import { divisorsOf, drawComponent } from './jpeg/dct-samples.ts'
import { decodeDctScan } from './jpeg/dct-scan.ts'

/**
 * ITU-T T.81 processes 1, 2, 4, 6, 8, 10 and 12: sequential and progressive Huffman coding. It is there for 12 bits, which no
 * package does right; 8 bits it does as well, which is how it is held against libjpeg.
 */
export const decodeJpegDct: Codec = async (codestream, description) => {
  const header = jpegHeader(codestream)
  const frame = dctFrame(header)
  const shares: number[] = []
  const tables = forEachScan(codestream, (scan, current) => {
    const { position, share } = decodeDctScan(codestream, frame, { header, scan, tables: current })
    shares.push(share)
    return position
  })
  // A progressive picture whose later scans are missing is whole, only less sharp.
  if ((shares[0] ?? 0) < 0.5) {
    throw new HilumError('DECODE_TRUNCATED', 'its JPEG codestream ends before half of its picture')
  }
  if (header.frameMarker === PROGRESSIVE) {
    frame.components.forEach((component, i) =>
      drawComponent(frame, component, divisorsOf(tables.quantisation, header.components[i]!.divisors)),
    )
  }
  const colour = frame.components.length === 3
  return {
    rows: frame.rows,
    columns: frame.columns,
    samplesPerPixel: frame.components.length,
    precision: frame.precision,
    samplesSigned: false,
    samples: inOnePlane(frame),
    colours: colour ? coloursOf(header, description) : null,
    incomplete: shares.some((share) => share < 1),
  }
}

/** Interleaved, each component at the size of the picture. */
function inOnePlane({ rows, columns, precision, components }: DctFrame): Uint8Array | Uint16Array {
  const [only] = components
  if (only && components.length === 1) return cropped(only, { rows, columns })
  const count = rows * columns * components.length
  const samples = precision === 8 ? new Uint8Array(count) : new Uint16Array(count)
  const widest = Math.max(...components.map((component) => component.horizontal))
  const tallest = Math.max(...components.map((component) => component.vertical))
  components.forEach((component, i) => {
    const [across, down] = [widest / component.horizontal, tallest / component.vertical]
    const coded = {
      samples: component.samples,
      stride: component.storedBlockColumns * 8,
      rows: Math.ceil(rows / down),
      columns: Math.ceil(columns / across),
      across,
      down,
    }
    const rowOfPicture = rowsOfPicture(coded, columns)
    for (let row = 0; row < rows; row++) {
      const from = row * columns
      rowOfPicture(row, (column, sample) => {
        if (column < columns) samples[(from + column) * components.length + i] = sample
      })
    }
  })
  return samples
}

function cropped(
  { samples, storedBlockColumns }: DctComponent,
  { rows, columns }: { rows: number; columns: number },
): Uint8Array | Uint16Array {
  const stride = storedBlockColumns * 8
  // Rows move up in their own memory, none of them over one that has not moved yet.
  for (let row = 1; row < rows && stride > columns; row++) {
    samples.copyWithin(row * columns, row * stride, row * stride + columns)
  }
  return samples.subarray(0, rows * columns)
}
