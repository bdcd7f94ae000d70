// What the pixels say, seen on a coarse grid of samples: enough to tell a film from a blank or a photograph.

import type { RefusalReason } from '../../../shared/analysis.ts'
import { shareTable, openingVoi } from '../../../shared/greyscale/display-table.ts'
import type { Film } from '../film.ts'
import { pixelGrid } from '../halving.ts'

const SAMPLES_A_SIDE = 128

// Shares are counted in so many steps: a sort of all samples would take half as long as a run of the model.
const STEPS = 1024

// Display shares from the 2nd to the 98th percentile: a chest film spans well over half of the screen's range.
const LEAST_SPREAD = 0.08

// Different shares among the samples: a mask has two, a chest film of eight bits over eighty.
const LEAST_GREYS = 4

// Mean distance of the colour channels, 0 to 255. Tinted scans lie below 12, photographs above 25.
const MOST_COLOUR = 18

export function contentRefusal(film: Film): RefusalReason | undefined {
  const counts = shareCounts(film)
  const spread = percentile(counts, 0.98) - percentile(counts, 0.02)
  if (spread < LEAST_SPREAD * STEPS)
    return { code: 'GATE_BLANK', message: 'The picture is blank or nearly so; there is nothing to score.' }
  const greys = counts.reduce((found, count) => (count > 0 ? found + 1 : found), 0)
  if (greys >= LEAST_GREYS) return undefined
  return { code: 'GATE_DRAWING', message: `The picture has ${greys} greys only; a radiograph has many more.` }
}

export function colourRefusal(film: Film): RefusalReason | undefined {
  const { colour } = film
  if (colour === null) return undefined
  const places = samplePlaces(film)
  let sum = 0
  for (const i of places) {
    const red = colour[4 * i]!
    const green = colour[4 * i + 1]!
    const blue = colour[4 * i + 2]!
    sum += Math.max(red, green, blue) - Math.min(red, green, blue)
  }
  if (sum / places.length <= MOST_COLOUR) return undefined
  return { code: 'GATE_COLOUR', message: 'The picture is in colour; a radiograph has none.' }
}

/** How many samples of the picture have each share of the screen's range. */
function shareCounts(film: Film): Uint32Array {
  const { pixels, range, padding } = film
  const table = shareTable(film, openingVoi(film.grey, { kind: 'window', window: film.window }))
  const counts = new Uint32Array(STEPS + 1)
  for (const i of samplePlaces(film)) {
    const value = pixels[i]!
    if (isPicture(value, padding)) counts[Math.round(table[value - range.min]! * STEPS)]!++
  }
  return counts
}

/** Padding beside one grey would pass for a spread that the picture has not. */
function isPicture(value: number, padding: Film['padding']): boolean {
  return padding === null || value < padding.low || value > padding.high
}

/** Where the samples lie among the pixels. */
function samplePlaces(film: Film): Uint32Array {
  const { rows, columns } = pixelGrid(film)
  const stepRow = Math.max(1, Math.floor(rows / SAMPLES_A_SIDE))
  const stepColumn = Math.max(1, Math.floor(columns / SAMPLES_A_SIDE))
  const places = new Uint32Array(Math.ceil(rows / stepRow) * Math.ceil(columns / stepColumn))
  let count = 0
  for (let row = 0; row < rows; row += stepRow) {
    for (let column = 0; column < columns; column += stepColumn) places[count++] = row * columns + column
  }
  return places
}

/** The step that the sample of this rank lies on; 0 where there is none. */
function percentile(counts: Uint32Array, share: number): number {
  let samples = 0
  for (const count of counts) samples += count
  const rank = Math.round(share * (samples - 1))
  let below = 0
  // By place: an iterator of entries makes an array for each.
  for (let step = 0; step < counts.length; step++) {
    below += counts[step]!
    if (below > rank) return step
  }
  return 0
}
