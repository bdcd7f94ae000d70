import type { LookUpTable, Window } from '../../../shared/greyscale/grey-transform.ts'
import { spanWindow } from '../window-choices.ts'
import type { Span } from '../value-span.ts'

export interface EquivalentWindow {
  readonly window: Window
  /** Whether the table runs from bright to dark, so that black and white must be turned round to stay alike. */
  readonly turns: boolean
}

/**
 * The window that comes nearest to a VOI LUT: from where the table leaves its first grey to where it reaches its
 * last. A table may reach far beyond the film's values, so the film's own span limits it.
 */
export function equivalentWindow({ firstMapped, entries }: LookUpTable, span: Span): EquivalentWindow {
  const last = entries.length - 1
  const [dark, bright] = [entries[0] ?? 0, entries[last] ?? 0]
  const leaves = Math.max(entries.findIndex((entry) => entry !== dark) - 1, 0)
  const reaches = entries.indexOf(bright)
  const low = Math.max(firstMapped + leaves, span.low)
  const high = Math.min(firstMapped + reaches, span.high)
  return { window: spanWindow(low < high ? { low, high } : span), turns: bright < dark }
}
