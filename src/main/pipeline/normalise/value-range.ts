import type { StoredPixels } from '../film.ts'

/** The smallest and the largest stored value, padding included: a table over them covers every pixel. */
export function valueRange(pixels: StoredPixels): { min: number; max: number } {
  let min = pixels[0] ?? 0
  let max = min
  for (let i = 1; i < pixels.length; i++) {
    const value = pixels[i]!
    if (value < min) min = value
    else if (value > max) max = value
  }
  return { min, max }
}
