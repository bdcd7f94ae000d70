import { HilumError } from '../../../../shared/errors.ts'
import type { Codec } from './codec.ts'
import { jpegHeader, type JpegHeader } from './jpeg-header.ts'
import { forEachScan } from './jpeg/codestream.ts'
import { decodeLosslessScan, type LosslessPicture } from './jpeg/lossless-scan.ts'

/** ITU-T T.81 process 14, any predictor, 2 to 16 bits: the syntaxes .57 and .70. */
export const decodeJpegLossless: Codec = async (codestream) => {
  const header = jpegHeader(codestream)
  const picture = emptyPicture(header)
  let rows = picture.rows
  let scanned = 0
  let pointTransform = 0
  forEachScan(codestream, (scan, tables) => {
    const done = decodeLosslessScan(codestream, picture, { scan, tables })
    rows = Math.min(rows, done.rows)
    scanned += scan.components.length
    pointTransform = scan.approximationLow
    return done.position
  })
  if (scanned < picture.components || rows < picture.rows / 2) {
    throw new HilumError('DECODE_TRUNCATED', `its JPEG codestream ends after ${rows} of ${picture.rows} rows`)
  }
  undoPointTransform(picture, pointTransform)
  return {
    rows: picture.rows,
    columns: picture.columns,
    samplesPerPixel: picture.components,
    precision: picture.precision,
    samplesSigned: false,
    samples: picture.samples,
    colours: null,
    incomplete: rows < picture.rows,
  }
}

function emptyPicture({ rows, columns, components, precision }: JpegHeader): LosslessPicture {
  if (
    components.some(({ horizontal, vertical }) => horizontal !== 1 || vertical !== 1) &&
    components.length > 1
  ) {
    throw new HilumError('DECODE_UNSUPPORTED', 'its lossless JPEG codestream stores chroma at another size')
  }
  if (precision < 2 || precision > 16) {
    throw new HilumError('DECODE_DAMAGED', `its lossless JPEG codestream says ${precision} bits`)
  }
  const count = rows * columns * components.length
  const samples = precision > 8 ? new Uint16Array(count) : new Uint8Array(count)
  return { rows, columns, components: components.length, precision, samples }
}

// H.1.2.1: samples were shifted down before they were foretold. A film's never are.
function undoPointTransform({ samples }: LosslessPicture, bits: number): void {
  if (bits === 0) return
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] ?? 0) << bits
}
