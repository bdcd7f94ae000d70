import type { FilmEntry, FilmState } from '../../shared/window-data.ts'

/** As main lists them, or those that want a look first. The order says nothing of how urgent a film is. */
export type WorklistOrder = 'found' | 'findings'

export function ordered(films: readonly FilmEntry[], order: WorklistOrder): readonly FilmEntry[] {
  if (order === 'found') return films
  return films.toSorted((one, other) => rank(one.state) - rank(other.state) || scoreOf(other) - scoreOf(one))
}

function rank(state: FilmState): number {
  if (state.kind !== 'scored') return RANKS[state.kind]
  return RANKS[state.band]
}

const RANKS = { positive: 0, indeterminate: 1, negative: 2, refused: 3, failed: 4, unread: 5 } as const

/** Scores count where something may have been found; films called negative stay as they were found. */
function scoreOf({ state }: FilmEntry): number {
  return state.kind === 'scored' && state.band !== 'negative' ? state.probability : 0
}
