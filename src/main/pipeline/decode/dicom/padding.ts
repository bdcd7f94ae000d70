import type { DecodedFilm } from '../../film.ts'
import type { DataSet } from './data-set.ts'
import { TAG } from './tags.ts'
import { number } from './values.ts'

/** PS3.3 C.7.5.1.1.2: one value, or all from it to the range limit, whichever of the two is the lower. */
export function paddingOf(dataSet: DataSet, signed: boolean): DecodedFilm['padding'] {
  const value = number(dataSet, TAG.PixelPaddingValue)
  if (value === null) return null
  const limit = number(dataSet, TAG.PixelPaddingRangeLimit) ?? value
  const [first, second] = [asStored(value, signed), asStored(limit, signed)]
  return { low: Math.min(first, second), high: Math.max(first, second) }
}

// The VR is that of the pixels, and is often written wrong.
function asStored(value: number, signed: boolean): number {
  return signed ? (value << 16) >> 16 : value & 0xffff
}
