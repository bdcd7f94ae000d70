import type { StoredPixels } from '../film.ts'

/** The least and the greatest value that pixels of this type of 8 or 16 bits can have. */
export function valueBounds(pixels: StoredPixels): { first: number; last: number } {
  const values = 2 ** (8 * pixels.BYTES_PER_ELEMENT)
  const first = pixels instanceof Int8Array || pixels instanceof Int16Array ? -values / 2 : 0
  return { first, last: first + values - 1 }
}
