// Overlays as they are drawn, in the window and in pictures alike: light lines in a dark edge, to be seen on black and
// on white.

export interface Size {
  readonly rows: number
  readonly columns: number
}

export const INK = 2
export const EDGE = 1
/** How much the edge darkens what lies below it. */
export const EDGE_STRENGTH = 0.6

/**
 * A plane of 0 and 1 at another, no larger size: INK wherever any of the pixels below is marked, for a mean would fade
 * thin lines out, EDGE beside it, else 0.
 */
export function overlayInk(plane: Uint8Array, from: Size, to: Size): Uint8Array {
  const ink = new Uint8Array(to.rows * to.columns)
  for (let row = 0, i = 0; row < from.rows; row++) {
    for (let column = 0; column < from.columns; column++, i++) {
      if (plane[i] === 1)
        ink[placed(row, from.rows, to.rows) * to.columns + placed(column, from.columns, to.columns)] = INK
    }
  }
  return edged(ink, to)
}

/** Where the middle of a pixel comes to lie. */
function placed(at: number, from: number, to: number): number {
  return Math.floor(((at + 0.5) * to) / from)
}

function edged(ink: Uint8Array, { rows, columns }: Size): Uint8Array {
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      if (ink[i] === INK) edgeRound(ink, { rows, columns }, row, column)
    }
  }
  return ink
}

function edgeRound(ink: Uint8Array, { rows, columns }: Size, row: number, column: number): void {
  for (let y = Math.max(row - 1, 0); y <= Math.min(row + 1, rows - 1); y++) {
    for (let x = Math.max(column - 1, 0); x <= Math.min(column + 1, columns - 1); x++) {
      if (ink[y * columns + x] === 0) ink[y * columns + x] = EDGE
    }
  }
}
