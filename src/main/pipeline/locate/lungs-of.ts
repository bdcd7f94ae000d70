import type { LungBox, Lungs } from '../../../shared/lungs.ts'
import type { InputView } from '../input-view.ts'
import { filledPart } from './filled-part.ts'
import { regions, type Region } from './regions.ts'

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
  // Loops, since `from` and `reduce` with functions of ours take longer than the rest of what is done to a film.
  const inside = new Uint8Array(shares.length)
  let lung = 0
  for (let i = 0; i < shares.length; i++) {
    if (shares[i]! < threshold) continue
    inside[i] = 1
    lung++
  }
  const mask = { rows, columns, shares, inside }
  return {
    mask,
    box: boxOnFilm(withoutSpecks(regions(mask)), scaleX, scaleY),
    area: lung / inside.length,
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
