import type { Band } from '../../shared/analysis.ts'
import type { FilmState } from '../../shared/window-data.ts'

/** What became of a film, in one word: what the model makes of it, or why it has no score. */
export type FilmCall = Band | Exclude<FilmState['kind'], 'scored'>

export function callOf(state: FilmState): FilmCall {
  return state.kind === 'scored' ? state.band : state.kind
}
