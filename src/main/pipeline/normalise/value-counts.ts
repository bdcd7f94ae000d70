import type { StoredPixels } from '../film.ts'
import { valueBounds } from '../value-range/value-bounds.ts'

/** How many pixels have each value: `counts[i]` of them have `first + i`, over all values of their type. */
export interface ValueCounts {
  readonly first: number
  readonly counts: Uint32Array
}

/** Of pixels of 8 or 16 bits. */
export function valueCounts(pixels: StoredPixels): ValueCounts {
  const { first, last } = valueBounds(pixels)
  const values = last - first + 1
  const counts = new Uint32Array(values)
  // Neighbours are often equal, and a count that was just written is read again slowly: they go to two tables.
  const others = new Uint32Array(values)
  const pairs = pixels.length - (pixels.length % 2)
  for (let i = 0; i < pairs; i += 2) {
    counts[pixels[i]! - first]!++
    others[pixels[i + 1]! - first]!++
  }
  if (pairs < pixels.length) counts[pixels[pairs]! - first]!++
  for (let i = 0; i < values; i++) counts[i]! += others[i]!
  return { first, counts }
}
