// Whether a picture is in colour. A film on a blue base that was scanned in colour, a photograph of a light box and a
// tinted export have one tint for each grey, and are radiographs still; a photograph has several for the same grey.

import type { RefusalReason } from '../../../shared/analysis.ts'
import type { Film } from '../film.ts'
import { samplePlaces } from './sample-places.ts'

/** Mean distance of the channels, 0 to 255, once each grey's own tint is taken off: tinted films lie below 3. */
const MOST_COLOUR = 8
/** Before it is taken off: so much have false colours, but no film's base. */
const MOST_TINT = 60
/** Greys that have a tint each. */
const GREYS = 16

export function colourRefusal(film: Film): RefusalReason | undefined {
  const { colour } = film
  if (colour === null) return undefined
  const places = samplePlaces(film)
  const tints = tintsOf(colour, places)
  const isGrey = meanColour(colour, places, tints) <= MOST_COLOUR && meanColour(colour, places) <= MOST_TINT
  if (isGrey) return undefined
  return { code: 'GATE_COLOUR', message: 'The picture is in colour; a radiograph has none.' }
}

type Colours = Uint8ClampedArray
/** Red, green and blue for each grey. */
type Tints = Float64Array

function tintsOf(colour: Colours, places: Uint32Array): Tints {
  const sums = new Float64Array(GREYS * 3)
  const counts = new Uint32Array(GREYS)
  for (const place of places) {
    const grey = greyOf(colour, place)
    counts[grey]!++
    for (let channel = 0; channel < 3; channel++) sums[3 * grey + channel]! += colour[4 * place + channel]!
  }
  return sums.map((sum, i) => sum / Math.max(1, counts[Math.floor(i / 3)]!))
}

function greyOf(colour: Colours, place: number): number {
  const sum = colour[4 * place]! + colour[4 * place + 1]! + colour[4 * place + 2]!
  return Math.floor((sum * GREYS) / (3 * 256))
}

function meanColour(
  colour: Colours,
  places: Uint32Array,
  tints: Tints = new Float64Array(GREYS * 3),
): number {
  let sum = 0
  for (const place of places) {
    const tint = 3 * greyOf(colour, place)
    const red = colour[4 * place]! - tints[tint]!
    const green = colour[4 * place + 1]! - tints[tint + 1]!
    const blue = colour[4 * place + 2]! - tints[tint + 2]!
    sum += Math.max(red, green, blue) - Math.min(red, green, blue)
  }
  return sum / places.length
}
