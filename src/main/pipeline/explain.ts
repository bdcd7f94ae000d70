import type { GridPlacement, HeatMap } from '../../shared/analysis.ts'
import type { Card } from '../../shared/card.ts'
import type { Film } from './film.ts'
import type { Outputs } from './infer.ts'
import { inputToFilm, inputView } from './input-view.ts'

/** The maps that the graph computed beside the scores, one for each class, laid on the film. */
export function explain(outputs: Outputs, film: Film, card: Card): HeatMap[] {
  const method = card.explanation.method
  const grids = outputs.maps[method]
  if (grids === undefined) return []
  const { rows, columns } = card.grid
  const { fullScale } = card.explanation
  const placement = placeOnFilm(film, card)
  return card.labels.map(({ id: label }, i) => {
    const values = grids.slice(i * rows * columns, (i + 1) * rows * columns)
    return { label, method, rows, columns, values, fullScale, placement }
  })
}

export function placeOnFilm(film: { rows: number; columns: number }, { grid, input }: Card): GridPlacement {
  const view = inputView(film, input)
  const first = inputToFilm(view, grid.originX, grid.originY)
  return {
    originX: first.x,
    originY: first.y,
    cellWidth: grid.cellWidth * view.scaleX,
    cellHeight: grid.cellHeight * view.scaleY,
  }
}
