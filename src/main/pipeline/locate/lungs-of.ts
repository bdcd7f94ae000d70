import type { LungBox, LungMask, Lungs } from '../../../shared/lungs.ts'
import type { InputView } from '../input-view.ts'
import { filledPart } from './filled-part.ts'
import { regions, type Region } from './regions.ts'
import { maskOf } from './runs.ts'

/** For one pixel of the largest region: a smaller one is no lung, and would stretch the box to where it lies. */
const SPECK = 0.05

/** What the model gave for its whole input, and where the film lies in that. */
export interface FoundShares extends Pick<InputView, 'filled' | 'scaleX' | 'scaleY'> {
  readonly shares: Float32Array
  readonly width: number
}

/** The mask has the film's own edges. */
export function lungsOf(
  { shares: all, width, filled, scaleX, scaleY }: FoundShares,
  threshold: number,
): Lungs {
  const { width: columns, height: rows } = filled
  const shares = filledPart(all, width, filled)
  const mask = maskOf(shares, { rows, columns }, threshold)
  const box = boxIn(mask)
  return {
    mask,
    box: box && {
      left: box.left * scaleX,
      top: box.top * scaleY,
      right: box.right * scaleX,
      bottom: box.bottom * scaleY,
    },
    area: regions(mask).reduce((sum, { pixels }) => sum + pixels, 0) / shares.length,
  }
}

/** In pixels of the mask; null where there is no lung. */
export function boxIn(mask: LungMask): LungBox | null {
  const lungs = withoutSpecks(regions(mask))
  if (lungs.length === 0) return null
  return {
    left: Math.min(...lungs.map(({ firstColumn }) => firstColumn)),
    top: Math.min(...lungs.map(({ firstRow }) => firstRow)),
    right: Math.max(...lungs.map(({ lastColumn }) => lastColumn)) + 1,
    bottom: Math.max(...lungs.map(({ lastRow }) => lastRow)) + 1,
  }
}

function withoutSpecks(found: readonly Region[]): Region[] {
  const [largest] = found
  return largest === undefined ? [] : found.filter(({ pixels }) => pixels >= SPECK * largest.pixels)
}
