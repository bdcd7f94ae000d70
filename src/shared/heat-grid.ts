// Where the cells of a heat map lie on the film. A cell is one value of the model; between the middles of cells the
// map is drawn as interpolated, so the grid tells how coarsely the model looks.

import type { HeatMap } from './analysis.ts'

type Grid = Pick<HeatMap, 'placement' | 'rows' | 'columns'>

/** A rectangle of the film, from the film's upper left corner. */
export interface FilmArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** All that the grid's cells cover: half a cell beyond the outer centres, and nothing farther. */
export function gridArea({ placement, rows, columns }: Grid): FilmArea {
  const { originX, originY, cellWidth, cellHeight } = placement
  return {
    x: originX - cellWidth / 2,
    y: originY - cellHeight / 2,
    width: columns * cellWidth,
    height: rows * cellHeight,
  }
}

/** The edges of the cells, from the first to the last. */
export interface GridLines {
  readonly upright: readonly number[]
  readonly level: readonly number[]
}

export function gridLines(grid: Grid): GridLines {
  const { x, y } = gridArea(grid)
  const { cellWidth, cellHeight } = grid.placement
  return {
    upright: Array.from({ length: grid.columns + 1 }, (_, column) => x + column * cellWidth),
    level: Array.from({ length: grid.rows + 1 }, (_, row) => y + row * cellHeight),
  }
}

/** A light line in a dark edge, to be seen on black and on white; shares of white and of black mixed in. */
export const GRID_LIGHT = 0.55
export const GRID_DARK = 0.35
