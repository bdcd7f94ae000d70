// Lengths on a film, with what its millimetres were measured by.

import type { OpenedFilm } from '../window-data.ts'
import type { Line } from './measured.ts'
import { pixelShape, type Shaped } from './pixel-shape.ts'

/**
 * PS3.3 10.7.1.3: a pixel spacing that differs from the detector's was calibrated or corrected for magnification; one
 * that equals it was measured at the detector, where everything in the body is magnified; alone it says neither.
 */
export type Basis = 'calibrated' | 'detector' | 'file' | 'pixels'

export interface Scale {
  readonly basis: Basis
  /** Of a pixel, in millimetres, or in pixels where the file gives no spacing. */
  readonly across: number
  readonly down: number
}

export function scaleOf(film: Shaped): Scale {
  const { pixel, imager } = film.spacing
  const [down, across] = pixel ?? imager ?? [0, 0]
  if (down > 0 && across > 0) return { basis: basisOf(film.spacing), across, down }
  return { basis: 'pixels', ...pixelShape(film) }
}

function basisOf({ pixel, imager }: OpenedFilm['spacing']): Basis {
  if (pixel === null) return 'detector'
  if (imager === null) return 'file'
  return pixel[0] === imager[0] && pixel[1] === imager[1] ? 'detector' : 'calibrated'
}

export function lengthOf({ from, to }: Line, { across, down }: Scale): number {
  return Math.hypot((to.x - from.x) * across, (to.y - from.y) * down)
}

/** Between two lines whichever way they were drawn: 0 to 90 degrees. */
export function angleBetween(one: Line, other: Line, scale: Scale): number {
  const turn = Math.abs(direction(one, scale) - direction(other, scale)) % Math.PI
  return (Math.min(turn, Math.PI - turn) * 180) / Math.PI
}

function direction({ from, to }: Line, { across, down }: Scale): number {
  return Math.atan2((to.y - from.y) * down, (to.x - from.x) * across)
}
