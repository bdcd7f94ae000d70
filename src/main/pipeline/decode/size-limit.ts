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
