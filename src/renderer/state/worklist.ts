import type { FilmEntry, FilmState, FilmStateChange } from '../../shared/window-data.ts'
import type { FilmId } from '../../shared/units.ts'
import type { WindowEvent } from './window-event.ts'
import { passes, type WorklistFilter } from './worklist-filter.ts'
import { isOrdered, ordered, type WorklistOrder } from './worklist-order.ts'

export interface Worklist {
  /** All of them, whichever are shown. */
  readonly films: readonly FilmEntry[]
  /** Where each film stands in `films`. */
  readonly places: ReadonlyMap<FilmId, number>
  readonly chosen: FilmId | null
  readonly order: WorklistOrder
  readonly filter: WorklistFilter
  /**
   * Those that the list shows, in its order. Both are as the films were when the reader asked for them: while scores come,
   * nothing moves or goes from under his hand.
   */
  readonly listed: readonly FilmId[]
  /** Where each stands in `listed`. */
  readonly rows: ReadonlyMap<FilmId, number>
  /** As main lists them. */
  readonly found: readonly FilmId[]
}

export const emptyWorklist: Worklist = {
  films: [],
  places: new Map(),
  chosen: null,
  order: 'found',
  filter: 'all',
  listed: [],
  rows: new Map(),
  found: [],
}

export function updateWorklist(worklist: Worklist, event: WindowEvent): Worklist {
  switch (event.type) {
    case 'films.changed':
      return listed(worklist, event.films)
    case 'worklist.ordered':
      return placed({ ...worklist, order: event.order })
    case 'worklist.filtered':
      return placed({ ...worklist, filter: event.filter })
    case 'batch.changed':
      return event.batch.running ? worklist : placed(worklist)
    case 'films.states':
      return restated(worklist, event.changes)
    case 'film.chosen':
      return { ...worklist, chosen: event.id }
    case 'film.failed':
      return restated(worklist, [{ id: event.id, state: failedState(event) }])
    default:
      return worklist
  }
}

/** The film `steps` further down of those that are shown, or null at either end. */
export function neighbour(worklist: Worklist, steps: number): FilmId | null {
  const { listed, rows, places, chosen } = worklist
  if (chosen === null) return listed[0] ?? null
  if (!places.has(chosen)) return null
  const row = rows.get(chosen)
  if (row !== undefined) return listed[row + steps] ?? null
  const next = rowsBefore(worklist, chosen)
  return listed[steps > 0 ? next + steps - 1 : next + steps] ?? null
}

/** How many of the films that are shown stand before one that is not. */
function rowsBefore({ listed, places }: Worklist, hidden: FilmId): number {
  const place = places.get(hidden) ?? 0
  return listed.filter((id) => (places.get(id) ?? 0) < place).length
}

/** Whether films have other states by now than the list's order and filter go by. */
export function isStale({ films, order, filter, listed }: Worklist): boolean {
  const wanted = films.filter((film) => passes(film, filter))
  const isSame = wanted.length === listed.length && wanted.every(({ id }, row) => id === listed[row])
  return !isSame || !isOrdered(wanted, order)
}

export function filmOf(worklist: Worklist, id: FilmId | null): FilmEntry | null {
  const place = id === null ? undefined : worklist.places.get(id)
  return place === undefined ? null : (worklist.films[place] ?? null)
}

/** How many films of the list are in which state. */
export function countsOf({ films }: Pick<Worklist, 'films'>): Readonly<Record<FilmState['kind'], number>> {
  const counts = { unread: 0, scored: 0, refused: 0, failed: 0 }
  for (const { state } of films) counts[state.kind]++
  return counts
}

/** How far the whole list is; what failed is done, unless it is still to be tried again. */
export function doneOf(worklist: Pick<Worklist, 'films'>, again: number): number {
  return worklist.films.length - countsOf(worklist).unread - again
}

function listed(worklist: Worklist, films: readonly FilmEntry[]): Worklist {
  const found = films.map(({ id }) => id)
  const { chosen } = worklist
  const stays = chosen !== null && found.includes(chosen)
  // What was just opened must be seen.
  const filter = found.some((id) => !worklist.places.has(id)) ? 'all' : worklist.filter
  return placed({ ...worklist, films, found, filter, chosen: stays ? chosen : null })
}

/** In the order that the reader wants, and those of them that he wants. */
function placed(worklist: Worklist): Worklist {
  const entries = new Map(worklist.films.map((film) => [film.id, film]))
  const asFound = worklist.found.flatMap((id) => entries.get(id) ?? [])
  const films = ordered(asFound, worklist.order)
  const shown = films.filter((film) => passes(film, worklist.filter))
  return {
    ...worklist,
    films,
    places: placesOf(films),
    listed: shown.map(({ id }) => id),
    rows: placesOf(shown),
  }
}

function placesOf(films: readonly FilmEntry[]): ReadonlyMap<FilmId, number> {
  return new Map(films.map(({ id }, place) => [id, place]))
}

function restated(worklist: Worklist, changes: readonly FilmStateChange[]): Worklist {
  const films = [...worklist.films]
  for (const { id, state } of changes) {
    const place = worklist.places.get(id)
    const film = place === undefined ? undefined : films[place]
    if (place !== undefined && film) films[place] = { ...film, state }
  }
  return { ...worklist, films }
}

function failedState({ code, message }: WindowEvent & { type: 'film.failed' }): FilmState {
  return { kind: 'failed', code, message }
}
