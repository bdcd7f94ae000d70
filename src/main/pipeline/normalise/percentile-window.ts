import type { GreyTransform, Window } from '../../../shared/greyscale/grey-transform.ts'
import { modalityValue } from '../../../shared/greyscale/modality.ts'
import type { Film } from '../film.ts'
import { valueCounts, type ValueCounts } from './value-counts.ts'

export interface WindowSource {
  readonly pixels: Film['pixels']
  readonly grey: GreyTransform
  readonly padding: Film['padding']
}

/**
 * The window of a film that brings none: from the 1st to the 99th percentile of what is picture, that is not padding,
 * which what a shutter covers has become. On values after the modality transform, as windows are.
 */
export function percentileWindow(source: WindowSource): Window {
  const picture = withoutPadding(valueCounts(source.pixels), source.padding)
  const [first, last] = outerPercentiles(picture)
  const low = modalityValue(first, source.grey.modality)
  const high = modalityValue(last, source.grey.modality)
  const width = Math.max(Math.abs(high - low), 1)
  return { centre: (low + high) / 2, width, function: 'LINEAR_EXACT', name: '1st to 99th percentile' }
}

// Where nearly all pixels have one value (a mask, a marker on black) the few others are the picture.
function outerPercentiles(picture: ValueCounts): [number, number] {
  const [low, high] = [percentile(picture, 0.01), percentile(picture, 0.99)]
  return low === high ? [percentile(picture, 0), percentile(picture, 1)] : [low, high]
}

function withoutPadding({ first, counts }: ValueCounts, padding: WindowSource['padding']): ValueCounts {
  if (padding === null) return { first, counts }
  const from = Math.max(padding.low - first, 0)
  const to = Math.max(padding.high - first + 1, 0)
  return { first, counts: counts.slice().fill(0, from, to) }
}

/** The first value at which at least `share` of the pixels lie at or below; 0 where there are none. */
function percentile({ first, counts }: ValueCounts, share: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0)
  let below = 0
  for (let i = 0; i < counts.length; i++) {
    below += counts[i]!
    if (below > 0 && below >= total * share) return first + i
  }
  return 0
}
