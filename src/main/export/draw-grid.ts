import { GRID_DARK, GRID_LIGHT, type GridLines } from '../../shared/heat-grid.ts'
import type { Size } from '../../shared/overlay-ink.ts'

/** Draws the lines into a picture in RGB: a light pixel over three dark ones, as the window draws them. */
export function drawGrid(samples: Uint8Array, { rows, columns }: Size, { upright, level }: GridLines): void {
  const across = ends(upright, columns)
  const down = ends(level, rows)
  const marks = new Uint8Array(rows * columns)
  const mark = (row: number, column: number, as: number) => {
    const at = row * columns + column
    if (row >= 0 && row < rows && column >= 0 && column < columns) marks[at] = Math.max(marks[at]!, as)
  }
  for (const [offset, as] of STROKE) {
    for (const x of upright) {
      for (let row = down.first; row <= down.last; row++) mark(row, pixelOf(x) + offset, as)
    }
    for (const y of level) {
      for (let column = across.first; column <= across.last; column++) mark(pixelOf(y) + offset, column, as)
    }
  }
  marks.forEach((as, pixel) => {
    if (as !== 0) mix(samples, pixel * 3, { ink: 0, share: GRID_DARK })
    if (as === LINE) mix(samples, pixel * 3, { ink: 255, share: GRID_LIGHT })
  })
}

const EDGE = 1
const LINE = 2
/** Across a line. */
const STROKE = [
  [-1, EDGE],
  [0, LINE],
  [1, EDGE],
] as const

const pixelOf = (edge: number) => Math.round(edge - 0.5)

function ends(lines: readonly number[], pixels: number): { first: number; last: number } {
  return {
    first: Math.max(pixelOf(lines[0] ?? 0), 0),
    last: Math.min(pixelOf(lines.at(-1) ?? 0), pixels - 1),
  }
}

function mix(samples: Uint8Array, at: number, { ink, share }: { ink: number; share: number }): void {
  for (let channel = at; channel < at + 3; channel++) {
    samples[channel] = Math.round(samples[channel]! + (ink - samples[channel]!) * share)
  }
}
