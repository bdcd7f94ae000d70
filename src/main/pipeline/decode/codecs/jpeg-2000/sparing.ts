import { heightOf, widthOf } from './area.ts'
import type { Band } from './band.ts'
import type { GreyDecoder } from './grey-decoder.ts'
import { BYTES_OF_NUMBER, type Plane } from './planes.ts'
import type { Block } from './precincts.ts'
import type { Source } from './source.ts'
import { sparedPlanes, type Spared } from './spared-planes.ts'
import type { Resolution } from './tile.ts'
import { worthOf } from './worth.ts'

/** What a resolution's detail is added to, as it was drawn. */
export interface Smooth {
  readonly resolution: Resolution
  readonly plane: Plane
  /** Of the detail. */
  readonly level: number
}

/** How many of its lowest bit-planes a code-block is decoded without. */
export type Sparing = (block: Block, bitPlanes: number) => number

export const spareNothing: Sparing = () => 0

/** Where the picture is for a score. The smooth numbers tell whether a code-block lies where black or white begins. */
export function sparingFor(source: Source, smooth: Smooth, decoder: GreyDecoder): Sparing {
  const { purpose, parameters } = source
  if (purpose === undefined) return spareNothing
  const { reversible } = parameters.style
  const ofBand = new Map<Band, Spared>()
  const nearEnds = new Map<string, boolean>()
  const sparedOf = (band: Band): Spared => {
    const worth = worthOf(band, parameters)
    const spared = ofBand.get(band) ?? sparedPlanes(purpose, { level: smooth.level, reversible, worth })
    ofBand.set(band, spared)
    return spared
  }
  // Blocks of three sub-bands lie at the same place.
  const isNearEnd = (block: Block, margin: number): boolean => {
    const place = `${block.left - block.band.left} ${block.top - block.band.top}`
    const isNear = nearEnds.get(place) ?? touchesEnd(block, smooth, { source, decoder, margin })
    nearEnds.set(place, isNear)
    return isNear
  }
  return (block, bitPlanes) => {
    const { planes, margin, planesNearEnd } = sparedOf(block.band)
    if (planes === planesNearEnd || bitPlanes <= planesNearEnd) return planes
    return isNearEnd(block, margin) ? planesNearEnd : planes
  }
}

/** With one more number on each side, as far as the wavelet's shortest filter reaches. */
function touchesEnd(
  { band, ...block }: Block,
  { resolution, plane }: Smooth,
  { source, decoder, margin }: { source: Source; decoder: GreyDecoder; margin: number },
): boolean {
  const left = Math.max(block.left - band.left - 1, 0)
  const top = Math.max(block.top - band.top - 1, 0)
  const columns = Math.min(block.right - band.left + 1, widthOf(resolution)) - left
  const rows = Math.min(block.bottom - band.top + 1, heightOf(resolution)) - top
  if (columns <= 0 || rows <= 0) return true
  const { precision, signed } = source.parameters.size
  const half = 2 ** (precision - 1)
  const [least, most] = signed ? [-half, half - 1] : [0, 2 * half - 1]
  const [lower, upper] = source.purpose!.ends
  const middle = signed ? 0 : half
  // What is beyond all samples is cut off too.
  decoder.setEnds(Math.max(lower, least) - middle, Math.min(upper, most) - middle, margin)
  const at = plane.at + top * plane.pitch + left * BYTES_OF_NUMBER
  return decoder.touchesEnd(at, plane.pitch, columns, rows) !== 0
}
