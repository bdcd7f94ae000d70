// What a reader makes of a film's greys, on top of what its file says.

import { openingVoi } from './display-table.ts'
import type { GreyTransform, Voi, Window } from './grey-transform.ts'

/** How a film is shown at this moment. */
export interface Shade {
  readonly voi: Voi
  /** Whether black and white are turned round. */
  readonly turned: boolean
}

/** For somebody who has the same film: a table is told by its place among the file's own. */
export interface ToldShade {
  readonly voi:
    { readonly kind: 'window'; readonly window: Window } | { readonly kind: 'table'; readonly place: number }
  readonly turned: boolean
}

interface Graded {
  readonly grey: GreyTransform
  readonly window: Window
}

export function openingShade({ grey, window }: Graded): Shade {
  return { voi: openingVoi(grey, { kind: 'window', window }), turned: false }
}

/** The file's own greys as they are shown in a shade. */
export function presented(grey: GreyTransform, { turned }: Shade): GreyTransform {
  return turned ? { ...grey, inverted: !grey.inverted } : grey
}

export function toldShade({ voi, turned }: Shade, { voiTables }: GreyTransform): ToldShade {
  return { voi: voi.kind === 'window' ? voi : { kind: 'table', place: voiTables.indexOf(voi.table) }, turned }
}

/** A file that was exchanged on disk may have no such table. */
export function shadeAsTold({ voi, turned }: ToldShade, film: Graded): Shade {
  if (voi.kind === 'window') return { voi, turned }
  const table = film.grey.voiTables[voi.place]
  return table ? { voi: { kind: 'table', table }, turned } : { ...openingShade(film), turned }
}
