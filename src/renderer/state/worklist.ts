import type { FilmEntry, FilmState, FilmStateChange } from '../../shared/window-data.ts'
import type { FilmId } from '../../shared/units.ts'
import type { WindowEvent } from './window-event.ts'
import { ordered, type WorklistOrder } from './worklist-order.ts'

export interface Worklist {
  readonly films: readonly FilmEntry[]
  /** Where each film stands in `films`. */
  readonly places: ReadonlyMap<FilmId, number>
  readonly chosen: FilmId | null
  readonly order: WorklistOrder
  /** As main lists them. */
  readonly found: readonly FilmId[]
}

export const emptyWorklist: Worklist = {
  films: [],
  places: new Map(),
  chosen: null,
  order: 'found',
  found: [],
}

export function updateWorklist(worklist: Worklist, event: WindowEvent): Worklist {
  switch (event.type) {
    case 'films.changed':
      return listed(worklist, event.films)
    case 'worklist.ordered':
      return placed(worklist, event.order)
    // While a list is scored, films must not move under the reader's hand.
    case 'batch.changed':
      return event.batch.running ? worklist : placed(worklist, worklist.order)
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

/** The film `steps` further down, or null at either end. */
export function neighbour(worklist: Worklist, steps: number): FilmId | null {
  const { films, places, chosen } = worklist
  if (chosen === null) return films[0]?.id ?? null
  const place = places.get(chosen)
  if (place === undefined) return null
  return films[place + steps]?.id ?? null
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
  return placed({ ...worklist, films, found, places: placesOf(films), chosen: stays ? chosen : null })
}

/** In the order that the reader wants. */
function placed(worklist: Worklist, order = worklist.order): Worklist {
  const entries = new Map(worklist.films.map((film) => [film.id, film]))
  const asFound = worklist.found.flatMap((id) => entries.get(id) ?? [])
  const films = ordered(asFound, order)
  return { ...worklist, order, films, places: placesOf(films) }
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
