// From choosing a film to its findings. The film is shown as soon as its pixels are there; the analysis follows, and
// what comes too late for the film on screen is dropped by the state.

import { toFailure } from '../../shared/errors.ts'
import type { FilmId } from '../../shared/units.ts'
import { ask } from '../api.ts'
import { happened, windowNow } from '../state/store.ts'
import { neighbour } from '../state/worklist.ts'
import { loadFilm } from '../viewer/load-film.ts'
import { latestOnly } from './latest-only.ts'
import { stopOccluding } from './occlude.ts'
import { askForSight } from './show-sight.ts'

// A reader who holds a key down passes many films; those are shown but not sent to the model.
const SETTLE_MS = 120

interface Frame {
  readonly id: FilmId
  readonly frame: number
}

export function chooseFilm(id: FilmId, frame = 0): void {
  const { reading } = windowNow()
  if (reading.id === id && reading.frame === frame && reading.failure === null) return
  stopOccluding()
  happened({ type: 'film.chosen', id, frame })
  void read({ id, frame })
}

export const nextFilm = () => step(1)
export const previousFilm = () => step(-1)

export function step(films: number): void {
  const id = neighbour(windowNow().worklist, films)
  if (id !== null) chooseFilm(id)
}

/** Asks the model about the film on screen, again where the model has changed. */
export async function analyse({ id, frame }: Frame): Promise<void> {
  happened({ type: 'analysis.started', id, frame })
  try {
    const analysis = await ask('film.analyse', { id, frame })
    happened({ type: 'analysis.arrived', id, frame, analysis })
  } catch (error) {
    happened({ type: 'analysis.failed', id, frame, message: toFailure(error).message })
  }
}

/** A film opens with its shutters on; from frame to frame they stay as the reader has set them. */
function shuttersFor(id: FilmId): 'on' | 'off' {
  const { film, shutters } = windowNow().display
  return film?.id === id && !shutters ? 'off' : 'on'
}

const read = latestOnly(async (wanted: Frame) => {
  try {
    happened({ type: 'film.shown', loaded: await loadFilm({ ...wanted, shutters: shuttersFor(wanted.id) }) })
    void askWhenSettled(wanted)
  } catch (error) {
    const { code, message } = toFailure(error)
    happened({ type: 'film.failed', ...wanted, code, message })
  }
})

async function askWhenSettled(wanted: Frame): Promise<void> {
  await new Promise((settled) => setTimeout(settled, SETTLE_MS))
  if (!isBeforeReader(wanted)) return
  await analyse(wanted)
  await askForSight()
  if (isBeforeReader(wanted)) fetchAhead()
}

function fetchAhead(): void {
  const next = neighbour(windowNow().worklist, 1)
  // Why it failed is told when the reader chooses it, not before.
  if (next !== null) void Promise.allSettled([loadFilm({ id: next, frame: 0, shutters: 'on' })])
}

function isBeforeReader({ id, frame }: Frame): boolean {
  const { reading } = windowNow()
  return reading.id === id && reading.frame === frame
}
