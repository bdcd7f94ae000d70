import { modalityValue } from '../../shared/greyscale/modality.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'

/** Smallest and largest modality value. */
export interface Span {
  readonly low: number
  readonly high: number
}

/** What a window of this film can be set to: the modality values of its stored range. */
export function valueSpan({ grey, range }: Pick<OpenedFilm, 'grey' | 'range'>): Span {
  const values = grey.modality.kind === 'table' ? [...grey.modality.table.entries] : []
  if (values.length > 0) return { low: smallest(values), high: largest(values) }
  const ends = [modalityValue(range.min, grey.modality), modalityValue(range.max, grey.modality)]
  return { low: Math.min(...ends), high: Math.max(...ends) }
}

const smallest = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b))
const largest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b))
