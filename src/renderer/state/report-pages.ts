import type { FilmId } from '../../shared/units.ts'
import { isWhole, type Marks } from './marks.ts'
import type { Worklist } from './worklist.ts'

const mostPages = 100

/**
 * The films that get a page of their own: the one on screen, those that were measured, then those that want a look. All
 * are in the table.
 */
export function reportPages({ films, chosen }: Worklist, { drawn }: Pick<Marks, 'drawn'>): FilmId[] {
  const first = chosen === null ? [] : [chosen]
  const measured = drawn.filter(isWhole).map(({ id }) => id)
  const wanting = films.filter(({ state }) => state.kind === 'scored' && state.band !== 'negative')
  const pages = new Set([...first, ...measured, ...wanting.map(({ id }) => id)])
  return [...pages].slice(0, mostPages)
}
