import type { LungMask } from '../../../shared/lungs.ts'
import { cellMeans, type FilmSize, type PlacedGrid } from '../cell-means.ts'

/** The share of each cell of a grid that is lung, row by row. What of a cell lies beyond the film is none. */
export function lungCover(mask: LungMask, film: FilmSize, grid: PlacedGrid): Float32Array {
  const { rows, columns, inside } = mask
  return cellMeans({ rows, columns, values: inside }, film, grid)
}
