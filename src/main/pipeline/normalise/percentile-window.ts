import type { GreyTransform, Window } from '../../../shared/greyscale/grey-transform.ts'
import { modalityValue } from '../../../shared/greyscale/modality.ts'
import type { DecodedFilm, StoredPixels } from '../film.ts'
import { shutterMask } from './shutter-mask.ts'

export interface WindowSource {
  readonly pixels: StoredPixels
  readonly range: { readonly min: number; readonly max: number }
  readonly rows: number
  readonly columns: number
  readonly grey: GreyTransform
  readonly padding: DecodedFilm['padding']
  readonly shutter: DecodedFilm['shutter']
}

/**
 * The window of a film that brings none: from the 1st to the 99th percentile of what is picture, that is outside
 * padding and shutter. On values after the modality transform, as windows are.
 */
export function percentileWindow(source: WindowSource): Window {
  const counts = histogram(source)
  const low = modalityValue(source.range.min + percentile(counts, 0.01), source.grey.modality)
  const high = modalityValue(source.range.min + percentile(counts, 0.99), source.grey.modality)
  const width = Math.max(Math.abs(high - low), 1)
  return { centre: (low + high) / 2, width, function: 'LINEAR_EXACT', name: '1st to 99th percentile' }
}

function histogram({ pixels, range, rows, columns, padding, shutter }: WindowSource): Uint32Array {
  const counts = new Uint32Array(range.max - range.min + 1)
  const isOpen = shutter === null ? null : shutterMask(shutter, { rows, columns })
  for (let i = 0; i < pixels.length; i++) {
    if (isOpen === null || isOpen[i] === 1) counts[pixels[i]! - range.min]!++
  }
  if (padding !== null)
    counts.fill(0, Math.max(padding.low - range.min, 0), Math.max(padding.high - range.min + 1, 0))
  return counts
}

/** The first value at which at least `share` of all counted pixels lie at or below. 0 where none was counted. */
function percentile(counts: Uint32Array, share: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0)
  let below = 0
  for (let value = 0; value < counts.length; value++) {
    below += counts[value]!
    if (below > 0 && below >= total * share) return value
  }
  return 0
}
