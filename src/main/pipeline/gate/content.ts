// What the pixels say, seen on a coarse grid of samples: enough to tell a film from a blank or a photograph.

import type { RefusalReason } from '../../../shared/analysis.ts'
import type { Film } from '../film.ts'
import { sampleSteps } from './sample-places.ts'
import { openingTable } from '../opening-table.ts'

// Shares are counted in so many steps: a sort of all samples would take half as long as a run of the model.
const STEPS = 1024

// Display shares from the 2nd to the 98th percentile: a chest film spans well over half of the screen's range.
const LEAST_SPREAD = 0.08

// Different shares among the samples: a mask has two, a chest film of eight bits over eighty.
const LEAST_GREYS = 4

export function contentRefusal(film: Film): RefusalReason | undefined {
  const counts = shareCounts(film)
  const spread = percentile(counts, 0.98) - percentile(counts, 0.02)
  if (spread < LEAST_SPREAD * STEPS)
    return { code: 'GATE_BLANK', message: 'The picture is blank or nearly so; there is nothing to score.' }
  let greys = 0
  for (const count of counts) if (count > 0) greys++
  if (greys >= LEAST_GREYS) return undefined
  return { code: 'GATE_DRAWING', message: `The picture has ${greys} greys only; a radiograph has many more.` }
}

/** How many samples of the picture have each share of the screen's range. */
function shareCounts(film: Film): Uint32Array {
  const { rows, columns, pixels, range, padding } = film
  const { stepRow, stepColumn } = sampleSteps(film)
  // Stored values first: there are fewer of them than samples, and each has one share.
  const ofValue = new Uint32Array(range.max - range.min + 1)
  for (let row = 0; row < rows; row += stepRow) {
    const start = row * columns
    for (let column = 0; column < columns; column += stepColumn)
      ofValue[pixels[start + column]! - range.min]!++
  }
  const table = openingTable(film)
  const counts = new Uint32Array(STEPS + 1)
  for (let i = 0; i < ofValue.length; i++) {
    if (ofValue[i] === 0 || !isPicture(range.min + i, padding)) continue
    counts[Math.round(table[i]! * STEPS)]! += ofValue[i]!
  }
  return counts
}

/** Padding beside one grey would pass for a spread that the picture has not. */
function isPicture(value: number, padding: Film['padding']): boolean {
  return padding === null || value < padding.low || value > padding.high
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
