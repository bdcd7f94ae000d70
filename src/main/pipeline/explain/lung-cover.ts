import type { GridPlacement } from '../../../shared/analysis.ts'
import type { LungMask } from '../../../shared/lungs.ts'

export interface PlacedGrid extends GridPlacement {
  readonly rows: number
  readonly columns: number
}

/** The share of each cell of a grid that is lung, row by row. What of a cell lies beyond the film is none. */
export function lungCover(
  mask: LungMask,
  film: { readonly rows: number; readonly columns: number },
  grid: PlacedGrid,
): Float32Array {
  const across = overlaps({
    cells: grid.columns,
    first: (grid.originX - grid.cellWidth / 2) * (mask.columns / film.columns),
    size: grid.cellWidth * (mask.columns / film.columns),
    pixels: mask.columns,
  })
  const down = overlaps({
    cells: grid.rows,
    first: (grid.originY - grid.cellHeight / 2) * (mask.rows / film.rows),
    size: grid.cellHeight * (mask.rows / film.rows),
    pixels: mask.rows,
  })
  const cover = new Float32Array(grid.rows * grid.columns)
  down.forEach((rows, row) => {
    across.forEach((columns, column) => {
      cover[row * grid.columns + column] = covered(mask, rows, columns)
    })
  })
  return cover
}

function covered({ columns: width, inside }: LungMask, rows: Overlap[], columns: Overlap[]): number {
  let sum = 0
  for (const row of rows) {
    for (const column of columns) sum += row.share * column.share * inside[row.pixel * width + column.pixel]!
  }
  return sum
}

/** A pixel that a cell reaches, and the share of the cell that lies on it. */
interface Overlap {
  readonly pixel: number
  readonly share: number
}

/** Along one axis, in pixels of the mask. */
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
