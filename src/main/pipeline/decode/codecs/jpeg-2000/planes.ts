// Where the numbers of sub-bands and resolutions are in the decoder's memory.

import { heightOf, widthOf, type Area } from './area.ts'
import type { Band } from './band.ts'
import type { Resolution } from './tile.ts'

/** An address, and how far apart rows are, both in bytes. */
export interface Plane {
  readonly at: number
  readonly pitch: number
}

export interface TilePlanes {
  readonly of: ReadonlyMap<Band | Resolution, Plane>
  /** For the bytes of one code-block. */
  readonly coded: number
  /** The wavelet's, as wide as the largest resolution. */
  readonly lines: Plane
  readonly end: number
}

export const BYTES_OF_NUMBER = 4
// As assembly/lines.ts has it.
const BEFORE_LINE = 4 * BYTES_OF_NUMBER
const BEHIND_LINE = 8 * BYTES_OF_NUMBER
/** A marker, and what is read with it at once. */
const BEHIND_BLOCK = 16

/** The last of the resolutions has no plane: it goes to the picture. */
export function layOut(
  resolutions: readonly Resolution[],
  longestBlock: number,
  { from, lines }: { from: number; lines: number },
): TilePlanes {
  const planes = new Map<Band | Resolution, Plane>()
  const coded = aligned(from)
  let end = aligned(coded + longestBlock + BEHIND_BLOCK)
  const rowsOf = (area: Area, rows: number): Plane => {
    const pitch = aligned(BEFORE_LINE + BYTES_OF_NUMBER * widthOf(area) + BEHIND_LINE)
    const at = end + BEFORE_LINE
    end += pitch * rows
    return { at, pitch }
  }
  const ofLines = rowsOf(resolutions.at(-1)!, lines)
  for (const [index, resolution] of resolutions.entries()) {
    for (const band of resolution.bands) planes.set(band, rowsOf(band, heightOf(band)))
    // The smallest one is its sub-band.
    if (index === 0) planes.set(resolution, planes.get(resolution.bands[0]!)!)
    else if (index + 1 < resolutions.length) planes.set(resolution, rowsOf(resolution, heightOf(resolution)))
  }
  return { of: planes, coded, lines: ofLines, end }
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 16) * 16
}
