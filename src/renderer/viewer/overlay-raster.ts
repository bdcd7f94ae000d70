import { EDGE_STRENGTH, INK, overlayInk, type Size } from '../../shared/overlay-ink.ts'

export interface OverlayRaster extends Size {
  readonly rgba: Uint8ClampedArray<ArrayBuffer>
}

// A light yellow, which no film has.
const INK_COLOUR = [255, 236, 120, 255] as const
const EDGE_ALPHA = Math.round(EDGE_STRENGTH * 255)

/** The overlays of a film at a whole fraction of its size, as a picture to lay over it. */
export function overlayRaster(plane: Uint8Array, film: Size, by: number): OverlayRaster {
  const size = { rows: Math.ceil(film.rows / by), columns: Math.ceil(film.columns / by) }
  const ink = overlayInk(plane, film, size)
  const rgba = new Uint8ClampedArray(ink.length * 4)
  for (let i = 0; i < ink.length; i++) {
    if (ink[i] === INK) rgba.set(INK_COLOUR, 4 * i)
    else if (ink[i] !== 0) rgba[4 * i + 3] = EDGE_ALPHA
  }
  return { ...size, rgba }
}
