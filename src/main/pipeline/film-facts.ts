import type { Window } from '../../shared/greyscale/grey-transform.ts'
import type { Film } from './film.ts'

/** What a report tells of a film beside its picture. Nothing in it names the person. */
export interface FilmFacts {
  readonly rows: number
  readonly columns: number
  readonly bitsStored: number
  /** The one that the film is opened with. */
  readonly window: Window
  readonly spacing: {
    readonly pixel: readonly [number, number] | null
    readonly imager: readonly [number, number] | null
  }
  /** Height to width of a pixel. */
  readonly pixelAspectRatio: readonly [number, number]
  readonly modality: string
  readonly viewPosition: string
}

export function filmFacts(film: Film): FilmFacts {
  const { rows, columns, bitsStored, window, geometry, identity } = film
  const { pixelAspectRatio } = geometry
  const spacing = { pixel: geometry.pixelSpacing, imager: geometry.imagerPixelSpacing }
  const { modality, viewPosition } = identity
  return { rows, columns, bitsStored, window, spacing, pixelAspectRatio, modality, viewPosition }
}
