import type { FilmId } from '../../shared/units.ts'
import type { Worklist } from './worklist.ts'

const mostPages = 100

/** The films that get a page of their own: the one on screen, then those that want a look. All are in the table. */
export function reportPages({ films, chosen }: Worklist): FilmId[] {
  const wanting = films.filter(({ id, state }) => {
    return id !== chosen && state.kind === 'scored' && state.band !== 'negative'
  })
  const first = chosen === null ? [] : [chosen]
  return [...first, ...wanting.map(({ id }) => id)].slice(0, mostPages)
}
