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

// A mask is asked for its regions at every check of what was found.
const known = new WeakMap<LungMask, readonly Region[]>()

/** The largest first. */
export function regions(mask: LungMask): readonly Region[] {
  const before = known.get(mask)
  if (before !== undefined) return before
  const found = regionsOf(mask)
  known.set(mask, found)
  return found
}

function regionsOf({ rows, columns, inside }: LungMask): Region[] {
  const left = Uint8Array.from(inside)
  const members = new Int32Array(left.length)
  const found: Region[] = []
  for (let i = left.indexOf(1); i >= 0; i = left.indexOf(1, i)) {
    found.push(regionOf(members.subarray(0, takeRegion(left, i, { rows, columns, members })), columns))
  }
  return found.toSorted((a, b) => b.pixels - a.pixels)
}

interface Field {
  readonly rows: number
  readonly columns: number
  /** Room for the pixels that hang together. */
  readonly members: Int32Array
}

/** Takes the region that holds `first` out of the mask, so that it is found once; returns how many members it has. */
function takeRegion(left: Uint8Array, first: number, { rows, columns, members }: Field): number {
  left[first] = 0
  members[0] = first
  let count = 1
  for (let at = 0; at < count; at++) {
    const i = members[at]!
    const column = i % columns
    if (column > 0 && left[i - 1] === 1) count = take(left, i - 1, members, count)
    if (column < columns - 1 && left[i + 1] === 1) count = take(left, i + 1, members, count)
    if (i >= columns && left[i - columns] === 1) count = take(left, i - columns, members, count)
    if (i + columns < rows * columns && left[i + columns] === 1)
      count = take(left, i + columns, members, count)
  }
  return count
}

function take(left: Uint8Array, i: number, members: Int32Array, count: number): number {
  left[i] = 0
  members[count] = i
  return count + 1
}

function regionOf(members: Int32Array, columns: number): Region {
  let [sumColumn, sumRow] = [0, 0]
  let [firstColumn, lastColumn, firstRow, lastRow] = [Infinity, 0, Infinity, 0]
  for (const i of members) {
    const column = i % columns
    const row = (i - column) / columns
    sumColumn += column
    sumRow += row
    firstColumn = Math.min(firstColumn, column)
    lastColumn = Math.max(lastColumn, column)
    firstRow = Math.min(firstRow, row)
    lastRow = Math.max(lastRow, row)
  }
  const pixels = members.length
  const [meanColumn, meanRow] = [sumColumn / pixels, sumRow / pixels]
  return { pixels, meanColumn, meanRow, firstColumn, lastColumn, firstRow, lastRow }
}
