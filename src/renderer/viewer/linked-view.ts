import type { OpenedFilm } from '../../shared/window-data.ts'
import { openingVoi } from '../../shared/greyscale/display-table.ts'
import type { Voi, Window } from '../../shared/greyscale/grey-transform.ts'
import type { Shade } from '../../shared/greyscale/shade.ts'
import { valueSpan } from './value-span.ts'
import { fitted, placementOf, type CanvasSize, type Extent, type View } from './view.ts'
import { equivalentWindow } from './window-level/equivalent-window.ts'
import { sameVoi } from './window-choices.ts'

/** The view that shows the same part of another film: as much larger than fitted, about the same place of the film. */
export function linkedView(view: View, from: Extent, to: Extent, canvas: CanvasSize): View {
  if (view.kind === 'fit') return view
  const [whole, own] = [placementOf(fitted, from, canvas), placementOf(fitted, to, canvas)]
  return {
    kind: 'placed',
    scale: (own.scale * view.scale) / whole.scale,
    centre: {
      x: (view.centre.x * to.columns) / from.columns,
      y: (view.centre.y * to.rows) / from.rows,
    },
  }
}

type Graded = Pick<OpenedFilm, 'grey' | 'window' | 'range'>

/** How another film is shown when its window is changed as this one's was: two films rarely share their values. */
export function linkedShade({ voi, turned }: Shade, from: Graded, to: Graded): Shade {
  const [before, own] = [openingOf(from), openingOf(to)]
  if (sameVoi(voi, before)) return { voi: own, turned }
  // Another table of the file: what it does to this film says nothing about the other.
  if (voi.kind === 'table') return { voi: own, turned }
  const [opened, other] = [asWindow(before, from), asWindow(own, to)]
  const ratio = other.window.width / opened.window.width
  const least = other.window.function === 'LINEAR' ? 1 : Number.MIN_VALUE
  const window: Window = {
    ...other.window,
    name: '',
    centre: other.window.centre + (voi.window.centre - opened.window.centre) * ratio,
    width: Math.max(voi.window.width * ratio, least),
  }
  // A table that runs from bright to dark is left by turning the film round.
  return { voi: { kind: 'window', window }, turned: turned !== (opened.turns !== other.turns) }
}

function openingOf({ grey, window }: Graded): Voi {
  return openingVoi(grey, { kind: 'window', window })
}

function asWindow(voi: Voi, film: Graded): { readonly window: Window; readonly turns: boolean } {
  return voi.kind === 'window'
    ? { window: voi.window, turns: false }
    : equivalentWindow(voi.table, valueSpan(film))
}
