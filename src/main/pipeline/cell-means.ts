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
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      means[row * grid.columns + column] = mean(plane, down[row]!, across[column]!)
    }
  }
  return means
}

function mean({ columns: width, values }: Plane, rows: Overlap, columns: Overlap): number {
  const { first, shares } = columns
  let sum = 0
  for (let row = 0; row < rows.shares.length; row++) {
    const rowShare = rows.shares[row]!
    const start = (rows.first + row) * width + first
    for (let i = 0; i < shares.length; i++) sum += rowShare * shares[i]! * values[start + i]!
  }
  return sum
}

/** The pixels that a cell reaches along one axis. */
interface Overlap {
  readonly first: number
  /** Of the cell, from the first pixel on, what lies on each. */
  readonly shares: readonly number[]
}

/** Along one axis, in pixels of the plane. */
interface Axis {
  readonly cells: number
  /** Where the first cell begins. */
  readonly first: number
  readonly size: number
  readonly pixels: number
}

function overlaps({ cells, first: begin, size, pixels }: Axis): Overlap[] {
  return Array.from({ length: cells }, (_, cell) => {
    const from = begin + cell * size
    const to = from + size
    const first = Math.max(0, Math.floor(from))
    const shares: number[] = []
    for (let pixel = first; pixel < Math.min(pixels, to); pixel++) {
      shares.push((Math.min(to, pixel + 1) - Math.max(from, pixel)) / size)
    }
    return { first, shares }
  })
}
