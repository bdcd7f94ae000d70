// Brings films from main to the window: what is known of them by a request, their pixels by fetch, since a message
// would copy them twice. The last few stay, and the next one is fetched ahead, so that paging is instant.

import { ask } from '../api.ts'
import { HilumError } from '../../shared/errors.ts'
import { strings } from '../../shared/strings.en.ts'
import type { FilmId } from '../../shared/units.ts'
import { windowNow } from '../state/store.ts'
import { loadedFilm, type LoadedFilm, type Reduced } from './loaded-film.ts'
import { reducedInTurns, reductionFor } from './reduced-film.ts'
import { fitted, placementOf } from './view.ts'

const KEPT = 4
const kept = new Map<string, Promise<LoadedFilm>>()

export interface Wanted {
  readonly id: FilmId
  readonly frame: number
  readonly shutters: 'on' | 'off'
}

export async function loadFilm(wanted: Wanted): Promise<LoadedFilm> {
  const key = `${wanted.id} ${wanted.frame} ${wanted.shutters}`
  const known = kept.get(key)
  const loading = known ?? fetchFilm(wanted)
  kept.delete(key)
  kept.set(key, loading)
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  // A failure is not kept: the file may be readable next time.
  if (!known) loading.catch(() => kept.delete(key))
  return loading
}

export function forgetFilms(): void {
  kept.clear()
}

async function fetchFilm(wanted: Wanted): Promise<LoadedFilm> {
  const film = await ask('film.open', wanted)
  const [grey, colour, overlay] = await Promise.all([
    fetchBytes(film.pixelsUrl, film.name),
    film.colourUrl === null ? null : fetchBytes(film.colourUrl, film.name),
    film.overlayUrl === null ? null : fetchBytes(film.overlayUrl, film.name),
  ])
  const loaded = loadedFilm(film, { grey, colour, overlay })
  return { ...loaded, reduced: await reducedToFit(loaded) }
}

/** A large film is reduced while it loads, a little at a time: done when it is drawn, that would hold the window. */
async function reducedToFit(loaded: LoadedFilm): Promise<Reduced | null> {
  const { scale } = placementOf(fitted, loaded.film, windowNow().display.canvas)
  const by = reductionFor(scale)
  return by === 1 ? null : { by, picture: await reducedInTurns(loaded, by) }
}

async function fetchBytes(url: string, name: string): Promise<ArrayBuffer> {
  const response = await fetch(url)
  if (!response.ok) throw new HilumError('INTERNAL', strings.window.pixelsGone(name))
  return response.arrayBuffer()
}
