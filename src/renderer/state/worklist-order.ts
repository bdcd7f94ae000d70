import type { FilmEntry } from '../../shared/window-data.ts'
import { callOf } from './film-call.ts'

/** As main lists them, or those that want a look first. The order says nothing of how urgent a film is. */
export type WorklistOrder = 'found' | 'findings'

export function ordered(films: readonly FilmEntry[], order: WorklistOrder): readonly FilmEntry[] {
  return order === 'found' ? films : films.toSorted(byFindings)
}

/** Whether they still are, now that some have other scores. */
export function isOrdered(films: readonly FilmEntry[], order: WorklistOrder): boolean {
  return order === 'found' || films.every((film, i) => i === 0 || byFindings(films[i - 1]!, film) <= 0)
}

function byFindings(one: FilmEntry, other: FilmEntry): number {
  return RANKS[callOf(one.state)] - RANKS[callOf(other.state)] || scoreOf(other) - scoreOf(one)
}

const RANKS = { positive: 0, indeterminate: 1, negative: 2, refused: 3, failed: 4, unread: 5 } as const

/** Scores count where something may have been found; films called negative stay as they were found. */
function scoreOf({ state }: FilmEntry): number {
  return state.kind === 'scored' && state.band !== 'negative' ? state.probability : 0
}
