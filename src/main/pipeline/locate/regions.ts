import type { LungMask } from '../../../shared/lungs.ts'

/** Pixels of a mask that hang together by their edges. */
export interface Region {
  readonly pixels: number
  /** Of the pixels' columns and rows. */
  readonly meanColumn: number
  readonly meanRow: number
  readonly firstColumn: number
  readonly lastColumn: number
  readonly firstRow: number
  readonly lastRow: number
}

/** The largest first. */
export function regions({ rows, columns, inside }: LungMask): Region[] {
  const left = Uint8Array.from(inside)
  const found: Region[] = []
  for (let i = 0; i < left.length; i++) {
    if (left[i] === 1) found.push(takeRegion(left, i, { rows, columns }))
  }
  return found.toSorted((a, b) => b.pixels - a.pixels)
}

/** Takes the region that holds `first` out of the mask, so that it is found once. */
function takeRegion(left: Uint8Array, first: number, size: { rows: number; columns: number }): Region {
  const members: number[] = []
  const take = (i: number) => {
    if (left[i] === 0) return
    left[i] = 0
    members.push(i)
  }
  take(first)
  let [sumColumn, sumRow] = [0, 0]
  let [firstColumn, lastColumn, firstRow, lastRow] = [size.columns, 0, size.rows, 0]
  // Grows while it is gone through.
  for (const i of members) {
    const column = i % size.columns
    const row = Math.floor(i / size.columns)
    sumColumn += column
    sumRow += row
    firstColumn = Math.min(firstColumn, column)
    lastColumn = Math.max(lastColumn, column)
    firstRow = Math.min(firstRow, row)
    lastRow = Math.max(lastRow, row)
    if (column > 0) take(i - 1)
    if (column < size.columns - 1) take(i + 1)
    if (row > 0) take(i - size.columns)
    if (row < size.rows - 1) take(i + size.columns)
  }
  const pixels = members.length
  const [meanColumn, meanRow] = [sumColumn / pixels, sumRow / pixels]
  return { pixels, meanColumn, meanRow, firstColumn, lastColumn, firstRow, lastRow }
}
