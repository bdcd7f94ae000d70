import type { FilmEntry } from '../../shared/window-data.ts'
import { callOf, type FilmCall } from './film-call.ts'

/** Which films the list shows. */
export type WorklistFilter = 'all' | FilmCall

export function passes({ state }: FilmEntry, filter: WorklistFilter): boolean {
  return filter === 'all' || callOf(state) === filter
}

/** In the order in which they are offered: what wants a look first, as in “Findings first”. */
const CALLS = ['positive', 'indeterminate', 'negative', 'refused', 'failed', 'unread'] as const

/** How many films each filter would show, without those that would show none; the one in use is always there. */
export function filterCounts(
  films: readonly FilmEntry[],
  inUse: WorklistFilter,
): readonly (readonly [WorklistFilter, number])[] {
  const counts = { positive: 0, indeterminate: 0, negative: 0, refused: 0, failed: 0, unread: 0 }
  for (const { state } of films) counts[callOf(state)]++
  const calls = CALLS.filter((call) => counts[call] > 0 || call === inUse)
  return [['all', films.length], ...calls.map((call) => [call, counts[call]] as const)]
}
