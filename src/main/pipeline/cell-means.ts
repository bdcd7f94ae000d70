// What a plane over a film has in each cell of a grid that is placed on it.

import type { GridPlacement } from '../../shared/analysis.ts'

export interface PlacedGrid extends GridPlacement {
  readonly rows: number
  readonly columns: number
}

/** Numbers row by row over the whole of a film. */
export interface Plane {
  readonly rows: number
  readonly columns: number
  readonly values: ArrayLike<number>
}

export interface FilmSize {
  readonly rows: number
  readonly columns: number
}

/** The mean over each cell of a grid, row by row. What of a cell lies beyond the film counts as 0. */
export function cellMeans(plane: Plane, film: FilmSize, grid: PlacedGrid): Float32Array {
  const across = overlaps({
    cells: grid.columns,
    first: (grid.originX - grid.cellWidth / 2) * (plane.columns / film.columns),
    size: grid.cellWidth * (plane.columns / film.columns),
    pixels: plane.columns,
  })
  const down = overlaps({
    cells: grid.rows,
    first: (grid.originY - grid.cellHeight / 2) * (plane.rows / film.rows),
    size: grid.cellHeight * (plane.rows / film.rows),
    pixels: plane.rows,
  })
  const means = new Float32Array(grid.rows * grid.columns)
  down.forEach((rows, row) => {
    across.forEach((columns, column) => {
      means[row * grid.columns + column] = mean(plane, rows, columns)
    })
  })
  return means
}

function mean({ columns: width, values }: Plane, rows: Overlap[], columns: Overlap[]): number {
  let sum = 0
  for (const row of rows) {
    for (const column of columns) sum += row.share * column.share * values[row.pixel * width + column.pixel]!
  }
  return sum
}

/** A pixel that a cell reaches, and the share of the cell that lies on it. */
interface Overlap {
  readonly pixel: number
  readonly share: number
}

/** Along one axis, in pixels of the plane. */
interface Axis {
  readonly cells: number
  /** Where the first cell begins. */
  readonly first: number
  readonly size: number
  readonly pixels: number
}

function overlaps({ cells, first, size, pixels }: Axis): Overlap[][] {
  return Array.from({ length: cells }, (_, cell) => {
    const from = first + cell * size
    const to = from + size
    const found: Overlap[] = []
    for (let pixel = Math.max(0, Math.floor(from)); pixel < Math.min(pixels, to); pixel++) {
      found.push({ pixel, share: (Math.min(to, pixel + 1) - Math.max(from, pixel)) / size })
    }
    return found
  })
}
