import type { Warning } from '../../../shared/analysis.ts'
import type { DecodedFilm, Film, StoredPixels } from '../film.ts'
import { shutterMask } from './shutter-mask.ts'
import { valueBounds } from '../value-range/value-bounds.ts'

type Shuttered = Pick<Film, 'colour' | 'padding'> & {
  readonly pixels: StoredPixels
  readonly warnings: readonly Warning[]
}

/**
 * PS3.3 C.7.6.11: what lies outside the shutter is not shown. It is made padding here, which is black in every table,
 * so that the viewport, the pictures and the tensors need no second rule; on a colour film it is transparent besides,
 * and the ground is black. Shutter Presentation Value (0018,1622) is left aside: a grey border is no anatomy to score.
 */
export function withinShutter(decoded: DecodedFilm, plane: Shuttered): Shuttered {
  if (decoded.shutters.length === 0) return plane
  const mask = openMask(decoded)
  if (!mask.includes(1)) {
    return { ...plane, warnings: [...plane.warnings, closedWarning(decoded.file.name)] }
  }
  return {
    ...withPaddingOutside(plane, mask),
    colour: plane.colour && transparentOutside(plane.colour, mask),
    warnings: plane.warnings,
  }
}

/** 1 where all shutters are open. */
function openMask(decoded: DecodedFilm): Uint8Array {
  const masks = decoded.shutters.map((shutter) => shutterMask(shutter, decoded))
  return masks.reduce((open, mask) => open.map((value, i) => value & mask[i]!))
}

type GreyPlane = Pick<Shuttered, 'pixels' | 'padding'>

function withPaddingOutside({ pixels, padding }: GreyPlane, mask: Uint8Array): GreyPlane {
  const { first, last } = valueBounds(pixels)
  const own =
    padding === null ? null : { low: Math.max(padding.low, first), high: Math.min(padding.high, last) }
  if (own !== null && own.low <= own.high) {
    return { pixels: filledOutside(pixels.slice(), mask, own.low), padding }
  }
  const room = withRoom(pixels, mask)
  return {
    pixels: filledOutside(room.pixels, mask, room.value),
    padding: { low: room.value, high: room.value },
  }
}

/** A copy of the pixels and a value beyond all that are inside the shutter, so that no mean of them meets it. */
function withRoom(pixels: StoredPixels, mask: Uint8Array): { pixels: StoredPixels; value: number } {
  const { first, last } = valueBounds(pixels)
  const { min, max } = openRange(pixels, mask)
  if (max < last) return { pixels: pixels.slice(), value: max + 1 }
  if (min > first) return { pixels: pixels.slice(), value: min - 1 }
  if (pixels instanceof Uint8Array) return { pixels: Uint16Array.from(pixels), value: max + 1 }
  if (pixels instanceof Int8Array) return { pixels: Int16Array.from(pixels), value: max + 1 }
  // All 65,536 values are in reach of the film: its brightest gives way to the one below it.
  const copy = pixels.slice()
  for (let i = 0; i < copy.length; i++) if (copy[i] === last) copy[i] = last - 1
  return { pixels: copy, value: last }
}

function openRange(pixels: StoredPixels, mask: Uint8Array): { min: number; max: number } {
  let [min, max] = [Infinity, -Infinity]
  for (let i = 0; i < pixels.length; i++) {
    if (mask[i] === 0) continue
    min = Math.min(min, pixels[i]!)
    max = Math.max(max, pixels[i]!)
  }
  return { min, max }
}

function filledOutside(copy: StoredPixels, mask: Uint8Array, value: number): StoredPixels {
  for (let i = 0; i < copy.length; i++) if (mask[i] === 0) copy[i] = value
  return copy
}

function transparentOutside(colour: Uint8ClampedArray, mask: Uint8Array): Uint8ClampedArray {
  const copy = colour.slice()
  for (let i = 0; i < mask.length; i++) if (mask[i] === 0) copy[4 * i + 3] = 0
  return copy
}

function closedWarning(name: string): Warning {
  return {
    code: 'NORMALISE_SHUTTER_CLOSED',
    message: `The display shutter of ${name} leaves nothing of the film open; the whole film is shown and analysed.`,
  }
}
