import type { Warning } from '../../../shared/analysis.ts'
import type { GreyTransform } from '../../../shared/greyscale/grey-transform.ts'
import type { DecodedFilm, StoredPixels } from '../film.ts'
import type { Plane } from './colour-film.ts'

export interface NarrowPlane extends Plane {
  readonly warnings: readonly Warning[]
}

/**
 * Films of 32 bits stored are brought to 16, which is what a screen's tables and the tensors take: shifted to start
 * at 0, which loses nothing, and where that is not enough divided by a power of two, which a warning tells. The
 * modality transform is changed along, so values after it stay what they were.
 */
export function sixteenBits(decoded: DecodedFilm, plane: Plane): NarrowPlane {
  const { pixels, bitsStored, grey, padding } = plane
  if (pixels.BYTES_PER_ELEMENT < 4) return { pixels, bitsStored, grey, padding, warnings: [] }
  const { min, max } = mappedRange(grey, valueRange(pixels))
  const bitsNeeded = Math.ceil(Math.log2(max - min + 1))
  const step = 2 ** Math.max(bitsNeeded - 16, 0)
  const narrow = new Uint16Array(pixels.length)
  for (let i = 0; i < pixels.length; i++) {
    narrow[i] = Math.floor((Math.min(Math.max(pixels[i]!, min), max) - min) / step)
  }
  const reduced = (value: number): number => Math.floor((value - min) / step)
  return {
    pixels: narrow,
    bitsStored: 16,
    grey: { ...grey, modality: modalityOfReduced(grey, min, step) },
    padding: padding === null ? null : { low: reduced(padding.low), high: reduced(padding.high) },
    warnings: step === 1 ? [] : [reducedWarning(decoded.file.name, bitsNeeded)],
  }
}

/** PS3.3 C.11.1.1: a modality LUT reaches no further than its table, so values beyond it are its ends. */
function mappedRange(grey: GreyTransform, range: { min: number; max: number }): { min: number; max: number } {
  if (grey.modality.kind === 'rescale') return range
  const { firstMapped, entries } = grey.modality.table
  return { min: firstMapped, max: firstMapped + entries.length - 1 }
}

function valueRange(pixels: StoredPixels): { min: number; max: number } {
  let min = pixels[0] ?? 0
  let max = min
  for (let i = 1; i < pixels.length; i++) {
    min = Math.min(min, pixels[i]!)
    max = Math.max(max, pixels[i]!)
  }
  return { min, max }
}

function modalityOfReduced(grey: GreyTransform, min: number, step: number): GreyTransform['modality'] {
  const { modality } = grey
  if (modality.kind === 'table') return { kind: 'table', table: { ...modality.table, firstMapped: 0 } }
  const { slope, intercept, unit } = modality
  return { kind: 'rescale', slope: slope * step, intercept: intercept + slope * min, unit }
}

function reducedWarning(name: string, bits: number): Warning {
  return {
    code: 'NORMALISE_REDUCED_TO_16_BITS',
    message: `${name} uses ${bits} bits a pixel; the upper 16 of them are shown and analysed.`,
  }
}
