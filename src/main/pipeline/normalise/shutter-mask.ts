import type { Shutter } from '../film.ts'

/** PS3.3 C.7.6.11: 1 where the shutter is open. Rows and columns of the standard count from 1. */
export function shutterMask(shutter: Shutter, size: { rows: number; columns: number }): Uint8Array {
  const mask = new Uint8Array(size.rows * size.columns)
  const isOpen = opening(shutter)
  for (let row = 1, i = 0; row <= size.rows; row++) {
    for (let column = 1; column <= size.columns; column++, i++) mask[i] = isOpen(row, column) ? 1 : 0
  }
  return mask
}

function opening(shutter: Shutter): (row: number, column: number) => boolean {
  switch (shutter.shape) {
    // The edges themselves are outside: Shutter Left Vertical Edge is the last column covered.
    case 'RECTANGULAR':
      return (row, column) =>
        column > shutter.left && column < shutter.right && row > shutter.upper && row < shutter.lower
    case 'CIRCULAR':
      return (row, column) => (row - shutter.row) ** 2 + (column - shutter.column) ** 2 <= shutter.radius ** 2
    case 'POLYGONAL':
      return (row, column) => isInside(shutter.vertices, row, column)
  }
}

/** Crossing number: a point is inside where a ray from it crosses the outline an odd number of times. */
function isInside(
  vertices: readonly (readonly [row: number, column: number])[],
  row: number,
  column: number,
): boolean {
  let inside = false
  for (let i = 0; i < vertices.length; i++) {
    const [rowA, columnA] = vertices[i]!
    const [rowB, columnB] = vertices[(i + 1) % vertices.length]!
    if (
      rowA > row !== rowB > row &&
      column < columnA + ((row - rowA) / (rowB - rowA)) * (columnB - columnA)
    ) {
      inside = !inside
    }
  }
  return inside
}
