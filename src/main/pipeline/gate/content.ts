// What the pixels say, seen on a coarse grid of samples: enough to tell a film from a blank or a photograph.

import type { RefusalReason } from '../../../shared/analysis.ts'
import { shareTable, openingVoi } from '../../../shared/greyscale/display-table.ts'
import type { Film } from '../film.ts'

const SAMPLES_A_SIDE = 128

// Display shares from the 2nd to the 98th percentile: a chest film spans well over half of the screen's range.
const LEAST_SPREAD = 0.08

// Mean distance of the colour channels, 0 to 255. Tinted scans lie below 12, photographs above 25.
const MOST_COLOUR = 18

export function contentRefusal(film: Film): RefusalReason | undefined {
  const table = shareTable(film, openingVoi(film.grey, { kind: 'window', window: film.window }))
  const shares = positions(film)
    .filter((i) => isPicture(film.pixels[i]!, film.padding))
    .map((i) => table[film.pixels[i]! - film.range.min]!)
    .toSorted((a, b) => a - b)
  const spread = percentile(shares, 0.98) - percentile(shares, 0.02)
  if (spread >= LEAST_SPREAD) return undefined
  return { code: 'GATE_BLANK', message: 'The picture is blank or nearly so; there is nothing to score.' }
}

export function colourRefusal(film: Film): RefusalReason | undefined {
  const { colour } = film
  if (colour === null) return undefined
  const distances = positions(film).map((i) => {
    const [red, green, blue] = [colour[4 * i]!, colour[4 * i + 1]!, colour[4 * i + 2]!]
    return Math.max(red, green, blue) - Math.min(red, green, blue)
  })
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length
  if (mean <= MOST_COLOUR) return undefined
  return { code: 'GATE_COLOUR', message: 'The picture is in colour; a radiograph has none.' }
}

/** Padding beside one grey would pass for a spread that the picture has not. */
function isPicture(value: number, padding: Film['padding']): boolean {
  return padding === null || value < padding.low || value > padding.high
}

function positions({ rows, columns }: Film): number[] {
  const stepRow = Math.max(1, Math.floor(rows / SAMPLES_A_SIDE))
  const stepColumn = Math.max(1, Math.floor(columns / SAMPLES_A_SIDE))
  const found: number[] = []
  for (let row = 0; row < rows; row += stepRow) {
    for (let column = 0; column < columns; column += stepColumn) found.push(row * columns + column)
  }
  return found
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] ?? 0
}
