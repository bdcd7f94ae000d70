import type { Window } from '../../shared/greyscale/grey-transform.ts'
import { openingShade, type Shade } from '../../shared/greyscale/shade.ts'
import type { Shaped } from '../../shared/measuring/pixel-shape.ts'
import type { Film } from './film.ts'
import { shaped } from './pixel-spacing.ts'

/** What a report tells of a film beside its picture. Nothing in it names the person. */
export interface FilmFacts extends Shaped {
  readonly rows: number
  readonly columns: number
  readonly bitsStored: number
  /** What its picture is drawn by. */
  readonly voi:
    { readonly kind: 'window'; readonly window: Window } | { readonly kind: 'table'; readonly name: string }
  /** Whether black and white are turned round in it. */
  readonly turned: boolean
  readonly modality: string
  readonly viewPosition: string
}

export function filmFacts(film: Film, { voi, turned }: Shade = openingShade(film)): FilmFacts {
  const { rows, columns, bitsStored, geometry, identity } = film
  const { modality, viewPosition } = identity
  return {
    rows,
    columns,
    bitsStored,
    voi: voi.kind === 'window' ? voi : { kind: 'table', name: voi.table.name },
    turned,
    ...shaped(geometry),
    modality,
    viewPosition,
  }
}
