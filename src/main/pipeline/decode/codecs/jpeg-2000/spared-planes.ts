// A code-block comes from its highest bit-plane down, and most of a large film's time goes into the lowest planes of its
// finest detail. That is grain, which the filter that shrinks the film to a model's input averages away; letters and
// borders are in the planes above. So a score does without planes as long as the model's input stays what it is.

import type { Purpose } from './purpose.ts'

/** One level's detail, of which the sub-bands HL, LH and HH are coded alike. */
export interface Detail {
  /** 1 for the finest one. */
  readonly level: number
  readonly reversible: boolean
  /** What the lowest bit is worth in samples. */
  readonly worth: number
}

/**
 * How far the samples that are left out move the model's input, as a share of the range from black to white: root mean
 * square, an eighth of a step of 256 for five levels together. Scores make 0.004 of it at most (ARCHITECTURE.md), which is
 * below the 0.005 that we keep to; a fifth of a step moved one film's by 0.0066.
 */
const MOST_ERROR = 1 / (8 * 256) / Math.sqrt(5)

/**
 * How far they move a pixel. A pixel that is cut off at black or white takes no part in its neighbours' mean, so that
 * grain there is not averaged away: without it such a place is darker or lighter, by 0.4 of the grain where it lies just
 * at the end. Near an end less is left out than elsewhere.
 */
const MOST_OF_PIXEL = 1 / 56
const MOST_OF_PIXEL_NEAR_END = 1 / 200

/**
 * F.3.8.2.1: the reversible wavelet rounds to whole numbers, by other detail to others, half a sample at most in the
 * mean of many. With fewer samples than this between black and white all of a film is decoded.
 */
const LEAST_RANGE_OF_WHOLE_NUMBERS = 500

/** A smaller film is decoded soon enough. */
const LEAST_PIXELS_TO_ONE = 3

export interface Spared {
  /** Of the planes that hold anything, so many of the lowest. */
  readonly planes: number
  /** Where no pixel comes this near to black or white, in samples, and how many it is elsewhere. */
  readonly margin: number
  readonly planesNearEnd: number
}

const NOTHING_SPARED: Spared = { planes: 0, margin: 0, planesNearEnd: 0 }

export function sparedPlanes({ pixelsToOne, ends }: Purpose, detail: Detail): Spared {
  const range = ends[1] - ends[0]
  const isCoarse = detail.reversible && range < LEAST_RANGE_OF_WHOLE_NUMBERS
  if (isCoarse || pixelsToOne < LEAST_PIXELS_TO_ONE) return NOTHING_SPARED
  // What is left out of a sample lies between a whole plane below it and one above, most of it evenly.
  const ofInput = (MOST_ERROR * range * Math.sqrt(3)) / errorThatIsLeft(pixelsToOne, detail)
  const inPixels = detail.reversible ? 1 : 2
  const planesFor = (share: number): number => {
    const worth = Math.min(ofInput, (share * range) / inPixels) / detail.worth
    return Math.max(Math.floor(Math.log2(worth)), 0)
  }
  return {
    planes: planesFor(MOST_OF_PIXEL),
    margin: MOST_OF_PIXEL * range,
    planesNearEnd: planesFor(MOST_OF_PIXEL_NEAR_END),
  }
}

/**
 * What an error of 1 in all samples of a level's detail, each by itself, is in the model's input: the filter is wider
 * than fine detail, and lets it through only where it bends. Fitted to the wavelets and the filter.
 */
export function errorThatIsLeft(pixelsToOne: number, { level, reversible }: Detail): number {
  const samplesToOne = pixelsToOne / 2 ** level
  return reversible ? 1 / (1 + 3 * samplesToOne ** 2.5) : 3 / (1 + 5 * samplesToOne ** 2.8)
}
