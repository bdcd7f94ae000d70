import type { LungBox, Lungs } from '../../../shared/lungs.ts'
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
  const found = regions(mask)
  return {
    mask,
    box: boxOnFilm(withoutSpecks(found), scaleX, scaleY),
    area: found.reduce((sum, { pixels }) => sum + pixels, 0) / shares.length,
  }
}

function withoutSpecks(found: readonly Region[]): Region[] {
  const [largest] = found
  return largest === undefined ? [] : found.filter(({ pixels }) => pixels >= SPECK * largest.pixels)
}

function boxOnFilm(lungs: readonly Region[], scaleX: number, scaleY: number): LungBox | null {
  if (lungs.length === 0) return null
  return {
    left: Math.min(...lungs.map(({ firstColumn }) => firstColumn)) * scaleX,
    top: Math.min(...lungs.map(({ firstRow }) => firstRow)) * scaleY,
    right: (Math.max(...lungs.map(({ lastColumn }) => lastColumn)) + 1) * scaleX,
    bottom: (Math.max(...lungs.map(({ lastRow }) => lastRow)) + 1) * scaleY,
  }
}
