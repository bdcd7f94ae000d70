import type { LoadedFilm } from '../viewer/loaded-film.ts'
import type { Reading } from './reading.ts'
import type { WindowEvent } from './window-event.ts'

export interface Comparison {
  /** The film that the reader keeps beside whichever he chooses next; null where he compares nothing. */
  readonly kept: LoadedFilm | null
}

export const noComparison: Comparison = { kept: null }

export function updateComparison(comparison: Comparison, event: WindowEvent, reading: Reading): Comparison {
  switch (event.type) {
    case 'comparison.toggled':
      return comparison.kept ? noComparison : { kept: reading.loaded }
    case 'films.changed':
      return event.films.some(({ id }) => id === comparison.kept?.film.id) ? comparison : noComparison
    default:
      return comparison
  }
}
