import type { OpenedFilm } from '../../shared/window-data.ts'
import type { LoadedFilm } from '../viewer/loaded-film.ts'
import type { Reading } from './reading.ts'
import type { WindowEvent } from './window-event.ts'

export interface Comparison {
  /** The film that the reader keeps beside whichever he chooses next; null where he compares nothing. */
  readonly kept: LoadedFilm | null
  /** The one that was kept when the list was cleared, which may be brought back. */
  readonly cleared: LoadedFilm | null
}

export const noComparison: Comparison = { kept: null, cleared: null }

export function updateComparison(comparison: Comparison, event: WindowEvent, reading: Reading): Comparison {
  switch (event.type) {
    case 'comparison.toggled':
      return { ...noComparison, kept: comparison.kept ? null : reading.loaded }
    case 'films.changed': {
      const former = comparison.kept ?? comparison.cleared
      if (event.films.length === 0) return { kept: null, cleared: former }
      return event.films.some(({ id }) => id === former?.film.id)
        ? { ...noComparison, kept: former }
        : noComparison
    }
    default:
      return comparison
  }
}

/** The films before the reader, the one that is kept for comparison first; one alone where it is compared with itself. */
export function filmsOnScreen({ kept }: Comparison, { loaded }: Reading): readonly OpenedFilm[] {
  const current = loaded?.film
  const isOne = kept?.film.id === current?.id && kept?.film.frame === current?.frame
  return [isOne ? undefined : kept?.film, current].filter((film) => film !== undefined)
}
