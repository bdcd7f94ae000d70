import type { Film } from './film.ts'

/**
 * All overlays of a film in one plane of 0 and 1 of its own size (PS3.3 C.9.2, the origin counted from 1); null where
 * none of them marks a pixel of the film. Modality and VOI do not touch them (PS3.4 N.2.3).
 */
export function overlayPlane({
  overlays,
  rows,
  columns,
}: Pick<Film, 'overlays' | 'rows' | 'columns'>): Uint8Array | null {
  const plane = new Uint8Array(overlays.length === 0 ? 0 : rows * columns)
  for (const { originRow, originColumn, bits, ...overlay } of overlays) {
    // The part of the overlay that lies on the film.
    const [top, left] = [Math.max(1 - originRow, 0), Math.max(1 - originColumn, 0)]
    const bottom = Math.min(overlay.rows, rows - originRow + 1)
    const right = Math.min(overlay.columns, columns - originColumn + 1)
    for (let row = top; row < bottom; row++) {
      const shift = (row + originRow - 1) * columns + originColumn - 1
      for (let column = left; column < right; column++) {
        if (bits[row * overlay.columns + column] === 1) plane[shift + column] = 1
      }
    }
  }
  return plane.includes(1) ? plane : null
}
