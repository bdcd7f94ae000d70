import { HilumError } from '../../../shared/errors.ts'

/** The largest detectors give about 20 megapixels, stitched long-leg films about 60. */
export const MAX_PIXELS = 200_000_000

/** Checked against the header, before anything is allocated. */
export function refuseTooLarge(name: string, size: { rows: number; columns: number }): void {
  const { rows, columns } = size
  if (rows > 0 && columns > 0 && rows * columns <= MAX_PIXELS) return
  if (rows <= 0 || columns <= 0) {
    throw new HilumError(
      'DECODE_DAMAGED',
      `${name} says it has ${columns} × ${rows} pixels, which is no picture; copy it again from its source.`,
    )
  }
  throw new HilumError(
    'DECODE_TOO_LARGE',
    `${name} has ${columns} × ${rows} pixels; Hilum reads films of up to ${MAX_PIXELS / 1e6} megapixels. Reduce it first.`,
  )
}

const UNQUESTIONED_PIXELS = 16_000_000
const PIXELS_A_BYTE = 2000

/**
 * A header of a few bytes may promise a picture that takes gigabytes to lay out. Deflate gains 1032 to 1 at most, and
 * films gain far less, so beyond a size that does no harm the file must be in some proportion to its picture.
 */
export function refuseHollow(
  file: { readonly name: string; readonly bytes: Buffer },
  size: { rows: number; columns: number },
): void {
  const pixels = size.rows * size.columns
  if (pixels <= UNQUESTIONED_PIXELS || pixels <= file.bytes.length * PIXELS_A_BYTE) return
  throw new HilumError(
    'DECODE_DAMAGED',
    `${file.name} says it has ${size.columns} × ${size.rows} pixels, of which its ${file.bytes.length.toLocaleString('en')} bytes hold next to nothing; copy it again from its source.`,
  )
}
