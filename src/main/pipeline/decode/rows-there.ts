import type { StoredPixels } from '../film.ts'

interface Rows {
  readonly rows: number
  readonly columns: number
  readonly samplesPerPixel: number
}

/**
 * Rows of a picture that ended early which hold more than what the decoder filled the rest with: one value throughout,
 * from the lower edge up, or of a bitmap, whose first row is the lowest, from the upper edge down.
 */
export function rowsThere(pixels: StoredPixels, { rows, columns, samplesPerPixel }: Rows): number {
  const width = columns * samplesPerPixel
  const filled = Math.max(run(pixels, 1), run(pixels, -1))
  return rows - Math.floor(filled / width)
}

/** How many samples in a row have the value of the first, or going backwards of the last. */
function run(pixels: StoredPixels, step: 1 | -1): number {
  const first = step === 1 ? 0 : pixels.length - 1
  let count = 0
  while (count < pixels.length && pixels[first + step * count] === pixels[first]) count++
  return count
}
