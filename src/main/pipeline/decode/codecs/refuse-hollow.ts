import { HilumError } from '../../../../shared/errors.ts'

/**
 * The most pixels that a byte of each coding can stand for. JPEG lossless: a bit each. DCT: two coefficients' worth of
 * bits for a block of 64, or in progression one. RLE: two bytes for a run of 128. The others can say "all the same" of
 * any area: a blank film of 9 megapixels takes some hundred bytes, and nothing sensible takes a hundredth of that.
 */
export const MOST_PIXELS_PER_BYTE = {
  'jpeg-lossless': 8,
  'jpeg-dct': 512,
  rle: 64,
  'jpeg-ls': 1_000_000,
  'jpeg-2000': 1_000_000,
  'jpeg-xl': 1_000_000,
} as const

/** Before anything is allocated for a picture of which the codestream cannot hold even half. */
export function refuseHollow(
  codestream: Buffer,
  { rows, columns }: { rows: number; columns: number },
  coding: keyof typeof MOST_PIXELS_PER_BYTE,
): void {
  if (rows * columns <= 2 * MOST_PIXELS_PER_BYTE[coding] * codestream.length) return
  throw new HilumError(
    'DECODE_TRUNCATED',
    `its ${codestream.length} bytes hold next to nothing of ${columns} × ${rows} pixels`,
  )
}
