import { filmsOnScreen } from '../state/comparison.ts'
import { isOn } from '../state/marks.ts'
import { happened, windowNow } from '../state/store.ts'
import { chooseFilm } from './choose-film.ts'
import { restoreFilms } from './clear-films.ts'

/** Brings back what was removed last: the list that was cleared, for marks are removed while there is one, or a mark. */
export function undo(): void {
  const { worklist, marks, comparison, reading } = windowNow()
  if (worklist.films.length === 0) {
    void restoreFilms()
    return
  }
  const mark = marks.removed.at(-1)
  if (mark === undefined) return
  happened({ type: 'mark.restored' })
  // It may lie on another film than those on screen.
  if (!filmsOnScreen(comparison, reading).some((film) => isOn(mark, film))) chooseFilm(mark.id, mark.frame)
}
