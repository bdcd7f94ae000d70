/** One row being restored: `from` counts in the filtered data, `to` in the restored. */
interface Row {
  readonly filtered: Uint8Array
  readonly bytes: Uint8Array
  readonly from: number
  readonly to: number
  readonly length: number
}

const PAETH = 4

/**
 * PNG (ISO/IEC 15948) 9.2 for one byte a pixel: each row was stored as differences to what lies left, above, or both;
 * its first byte says how. `corner` is left of above; beyond the edge all of them are 0.
 */
export function unfilterGrey(filtered: Uint8Array, size: { rows: number; columns: number }): Uint8Array {
  const { rows, columns: length } = size
  // A row of zeros goes first, so that the first row has one above it.
  const bytes = new Uint8Array((rows + 1) * length)
  for (let row = 0; row < rows; row++) {
    const start = row * (length + 1)
    const place = { filtered, bytes, from: start + 1, to: (row + 1) * length, length }
    if (filtered[start] === PAETH && row + 1 < rows && filtered[start + length + 1] === PAETH) {
      undoPaethTwice(place)
      row++
    } else undo(filtered[start]!, place)
  }
  return bytes.subarray(length)
}

function undo(filter: number, row: Row): void {
  switch (filter) {
    case 1:
      return undoSub(row)
    case 2:
      return undoUp(row)
    case 3:
      return undoAverage(row)
    case PAETH:
      return undoPaeth(row)
    default:
      row.bytes.set(row.filtered.subarray(row.from, row.from + row.length), row.to)
  }
}

function undoSub({ filtered, bytes, from, to, length }: Row): void {
  for (let i = 0, left = 0; i < length; i++) {
    left = (filtered[from + i]! + left) & 255
    bytes[to + i] = left
  }
}

function undoUp({ filtered, bytes, from, to, length }: Row): void {
  for (let i = 0; i < length; i++) bytes[to + i] = filtered[from + i]! + bytes[to - length + i]!
}

function undoAverage({ filtered, bytes, from, to, length }: Row): void {
  for (let i = 0, left = 0; i < length; i++) {
    left = (filtered[from + i]! + ((left + bytes[to - length + i]!) >> 1)) & 255
    bytes[to + i] = left
  }
}

function undoPaeth({ filtered, bytes, from, to, length }: Row): void {
  for (let i = 0, left = 0, corner = 0; i < length; i++) {
    const above = bytes[to - length + i]!
    left = (filtered[from + i]! + nearest(left, above, corner)) & 255
    bytes[to + i] = left
    corner = above
  }
}

/**
 * This row and the next, one pixel behind. Each pixel has to wait for the one before it, and while it waits there is
 * time for the other row: rows of films are nearly all of this filter, and take two thirds of the time so.
 */
function undoPaethTwice({ filtered, bytes, from, to, length }: Row): void {
  const nextFrom = from + length
  const nextTo = to + length - 1
  let left = 0
  let corner = 0
  let nextLeft = 0
  let nextCorner = 0
  for (let i = 0; i < length; i++) {
    const above = bytes[to - length + i]!
    const nextAbove = left
    left = (filtered[from + i]! + nearest(left, above, corner)) & 255
    bytes[to + i] = left
    corner = above
    if (i === 0) continue
    nextLeft = (filtered[nextFrom + i]! + nearest(nextLeft, nextAbove, nextCorner)) & 255
    bytes[nextTo + i] = nextLeft
    nextCorner = nextAbove
  }
  bytes[nextTo + length] = filtered[nextFrom + length]! + nearest(nextLeft, left, nextCorner)
}

/**
 * The neighbour that is nearest to left + above - corner, in that order where two are. That is the lower of left and
 * above where 3 corner - left - above reaches the higher, the higher where it stays at or below the lower, else the
 * corner. Signs spread to masks choose between them: branches here are guessed wrong half of the time.
 */
function nearest(left: number, above: number, corner: number): number {
  const excess = left - above
  const ifNegative = excess & (excess >> 31)
  const lower = above + ifNegative
  const higher = left - ifNegative
  const turn = corner * 3 - above - left
  const orCorner = lower ^ ((lower ^ corner) & ((turn - higher) >> 31))
  return higher ^ ((higher ^ orCorner) & ((lower - turn) >> 31))
}
