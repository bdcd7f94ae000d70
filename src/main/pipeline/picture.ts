import { byteTable, shareTable } from '../../shared/greyscale/display-table.ts'
import { openingShade, presented, type Shade } from '../../shared/greyscale/shade.ts'
import { EDGE_STRENGTH, INK, overlayInk } from '../../shared/overlay-ink.ts'
import type { Film } from './film.ts'
import { openingTable } from './opening-table.ts'
import { overlayPlane } from './overlay-plane.ts'
import { resample } from './resample.ts'
import type { Size } from './resample/plane.ts'

/** 8-bit grey, row by row. */
export interface Picture {
  readonly rows: number
  readonly columns: number
  readonly grey: Uint8Array
  /** Pixels of the film for one of the picture; of two whole numbers neither side's share need be the other's. */
  readonly scaleX: number
  readonly scaleY: number
}

/** The film as it looks when it is opened, or to a reader who changed that, overlays included, no longer than `longSide`. */
export function picture(film: Film, longSide: number, shade?: Shade): Picture {
  const scale = Math.max(1, Math.max(film.rows, film.columns) / longSide)
  const shrunk = (pixels: number) => Math.max(1, Math.round(pixels / scale))
  const size = { columns: shrunk(film.columns), rows: shrunk(film.rows) }
  const grey = scale === 1 ? wholeGrey(film, shade) : shrunkGrey(film, size, shade)
  const overlay = overlayPlane(film)
  if (overlay !== null) drawOver(grey, overlayInk(overlay, film, size))
  return { ...size, grey, scaleX: film.columns / size.columns, scaleY: film.rows / size.rows }
}

function wholeGrey(film: Film, shade = openingShade(film)): Uint8Array {
  const grey = new Uint8Array(film.rows * film.columns)
  const table = byteTable({ ...film, grey: presented(film.grey, shade) }, shade.voi)
  for (let i = 0; i < grey.length; i++) grey[i] = table[film.pixels[i]! - film.range.min]!
  return grey
}

function shrunkGrey(film: Film, size: Size, shade?: Shade): Uint8Array {
  const whole = { left: 0, top: 0, right: film.columns, bottom: film.rows }
  const table = shade
    ? shareTable({ ...film, grey: presented(film.grey, shade) }, shade.voi)
    : openingTable(film)
  const shares = resample(film, table, whole, size)
  return Uint8Array.from(shares, (share) => Math.floor(share * 255 + 0.5))
}

/** PS3.4 N.2.3: overlays come after the grey pipeline, so neither window nor inversion touches them. */
function drawOver(grey: Uint8Array, ink: Uint8Array): void {
  for (let i = 0; i < ink.length; i++) {
    if (ink[i] === INK) grey[i] = 255
    else if (ink[i] !== 0) grey[i] = Math.round(grey[i]! * (1 - EDGE_STRENGTH))
  }
}
