import type { Window } from '../../shared/greyscale/grey-transform.ts'
import type { Shaped } from '../../shared/measuring/pixel-shape.ts'
import type { Film } from './film.ts'
import { shaped } from './pixel-spacing.ts'

/** What a report tells of a film beside its picture. Nothing in it names the person. */
export interface FilmFacts extends Shaped {
  readonly rows: number
  readonly columns: number
  readonly bitsStored: number
  /** The one that the film is opened with. */
  readonly window: Window
  readonly modality: string
  readonly viewPosition: string
}

export function filmFacts(film: Film): FilmFacts {
  const { rows, columns, bitsStored, window, geometry, identity } = film
  const { modality, viewPosition } = identity
  return { rows, columns, bitsStored, window, ...shaped(geometry), modality, viewPosition }
}
