import type { Analysis } from '../../shared/analysis.ts'
import { OCCLUSION_RUNS } from '../../shared/occlusion.ts'
import type { FilmId } from '../../shared/units.ts'
import type { ModelSight } from '../../shared/window-data.ts'
import type { LoadedFilm } from '../viewer/loaded-film.ts'
import type { WindowEvent } from './window-event.ts'

/** In runs of the model. */
export interface Progress {
  readonly done: number
  readonly total: number
}

export type AnalysisStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly analysis: Analysis }
  | { readonly kind: 'failed'; readonly message: string }

/** The one film before the reader. */
export interface Reading {
  readonly id: FilmId | null
  readonly frame: number
  readonly loaded: LoadedFilm | null
  /** Why the film could not be shown. */
  readonly failure: string | null
  readonly analysis: AnalysisStage
  /** How far it has been covered part by part; null where nobody asked for it. */
  readonly occlusion: Progress | null
  /** What of it the model is given; null until it is asked for. */
  readonly sight: ModelSight | null
}

export const emptyReading: Reading = {
  id: null,
  frame: 0,
  loaded: null,
  failure: null,
  analysis: { kind: 'none' },
  occlusion: null,
  sight: null,
}

export function updateReading(reading: Reading, event: WindowEvent): Reading {
  switch (event.type) {
    case 'film.chosen':
      return {
        ...emptyReading,
        id: event.id,
        frame: event.frame,
        // Between two frames of one film the screen need not go dark.
        loaded: event.id === reading.id ? reading.loaded : null,
      }
    case 'films.changed':
      return event.films.some(({ id }) => id === reading.id) ? reading : emptyReading
    case 'model.chosen':
      return { ...reading, analysis: { kind: 'none' }, occlusion: null, sight: null }
    case 'film.shown':
      return isFor(reading, event.loaded.film) ? { ...reading, loaded: event.loaded } : reading
    case 'sight.arrived':
    case 'occlusion.started':
    case 'occlusion.stepped':
    case 'occlusion.ended':
    case 'film.failed':
    case 'analysis.started':
    case 'analysis.arrived':
    case 'analysis.failed':
      return isFor(reading, event) ? answered(reading, event) : reading
    default:
      return reading
  }
}

type FrameEvent = WindowEvent & {
  readonly type: 'film.failed' | 'sight.arrived' | `analysis.${string}` | `occlusion.${string}`
}

function answered(reading: Reading, event: FrameEvent): Reading {
  switch (event.type) {
    case 'film.failed':
      return { ...reading, failure: event.message }
    case 'sight.arrived':
      return { ...reading, sight: event.sight }
    case 'occlusion.started':
      return { ...reading, occlusion: { done: 0, total: OCCLUSION_RUNS } }
    case 'occlusion.stepped':
      return reading.occlusion ? { ...reading, occlusion: { done: event.done, total: event.total } } : reading
    case 'occlusion.ended':
      return { ...reading, occlusion: null }
    case 'analysis.started':
      return { ...reading, analysis: { kind: 'running' } }
    case 'analysis.arrived':
      return { ...reading, analysis: { kind: 'done', analysis: event.analysis } }
    case 'analysis.failed':
      return { ...reading, analysis: { kind: 'failed', message: event.message } }
  }
}

// An answer may come after the reader has moved on; it must not appear beside another film.
function isFor(reading: Reading, answer: { readonly id: FilmId; readonly frame: number }): boolean {
  return answer.id === reading.id && answer.frame === reading.frame
}
