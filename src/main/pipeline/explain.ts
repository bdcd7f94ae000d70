import {
  EXPLANATION_METHODS,
  type ExplanationMethod,
  type GridPlacement,
  type HeatMap,
} from '../../shared/analysis.ts'
import type { Card } from '../../shared/card.ts'
import { fullScaleOf } from '../../shared/full-scale.ts'
import type { Lungs } from '../../shared/lungs.ts'
import { insideLungs } from './explain/inside-lungs.ts'
import { lungCover } from './explain/lung-cover.ts'
import type { Outputs } from './infer.ts'
import { inputToFilm, inputView } from './input-view.ts'

export interface Explained {
  readonly film: { readonly rows: number; readonly columns: number }
  readonly lungs: Pick<Lungs, 'mask' | 'box'> | null
  readonly card: Card
}

/** The maps that the graph computed beside the scores, laid on the film: all of the card's own method, then the others. */
export function explain(outputs: Pick<Outputs, 'maps'>, explained: Explained): HeatMap[] {
  const own = explained.card.explanation.method
  const others = EXPLANATION_METHODS.filter((method) => method !== own)
  const methods = own === 'none' ? [] : [own, ...others]
  const drawn = methods.filter((method) => outputs.maps[method] !== undefined)
  if (drawn.length === 0) return []
  const { film, lungs, card } = explained
  const placement = placeOnFilm(film, lungs, card)
  // The maps of all methods have the same cells.
  const cover = lungs && lungCover(lungs.mask, film, { ...placement, ...gridSize(card) })
  return drawn.flatMap((method) => mapsOf(method, outputs, { card, placement, cover }))
}

interface Laid {
  readonly card: Card
  readonly placement: GridPlacement
  /** The share of each cell that is lung. */
  readonly cover: Float32Array | null
}

function gridSize({ grid: { rows, columns } }: Card) {
  return { rows, columns }
}

function mapsOf(
  method: ExplanationMethod,
  outputs: Pick<Outputs, 'maps'>,
  { card, placement, cover }: Laid,
): HeatMap[] {
  const grids = outputs.maps[method]
  const fullScale = fullScaleOf(card, method)
  // Without a scale of its own a map could not be compared with another film's.
  if (grids === undefined || fullScale === undefined) return []
  const { rows, columns } = gridSize(card)
  return card.labels.map(({ id: label }, i) => {
    const values = grids.slice(i * rows * columns, (i + 1) * rows * columns)
    const inside = cover && insideLungs(values, cover)
    return { label, method, rows, columns, values, fullScale, placement, insideLungs: inside }
  })
}

export function placeOnFilm(
  film: Explained['film'],
  lungs: Pick<Lungs, 'box'> | null,
  { grid, input }: Card,
): GridPlacement {
  const view = inputView(film, lungs, input)
  const first = inputToFilm(view, grid.originX, grid.originY)
  return {
    originX: first.x,
    originY: first.y,
    cellWidth: grid.cellWidth * view.scaleX,
    cellHeight: grid.cellHeight * view.scaleY,
  }
}
