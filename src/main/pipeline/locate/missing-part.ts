// Whether a wide bar of one grey covers a part of the lungs: a film half of which was blacked out, or lost.

import type { LungMask } from '../../../shared/lungs.ts'

/** Of the film's height or width. */
const WIDE = 0.2
/** Between the darkest and the brightest pixel of a bar that is one grey. */
const ONE_GREY = 0.03
/** Lines beside the bar, of which the first mixes both when the film is shrunk. */
const BESIDE = 4
/** Of the lungs' own width or height: so much of them begins at the bar. Apices are narrow. */
const CUT = 0.5

/** `grey` is the film at the mask's size. */
export function isPartMissing(grey: Float32Array, mask: LungMask): boolean {
  const { rows, columns } = mask
  const across = { count: rows, step: columns, length: columns, along: 1 }
  const down = { count: columns, step: 1, length: rows, along: columns }
  return [across, down].some(
    (lines) =>
      isCut(grey, mask, { ...lines, from: 0, way: 1 }) ||
      isCut(grey, mask, { ...lines, from: lines.count - 1, way: -1 }),
  )
}

/** Rows or columns, from one edge of the film inwards. */
interface Lines {
  readonly from: number
  readonly way: 1 | -1
  readonly count: number
  /** From a line to the next, and from a pixel to the next on a line. */
  readonly step: number
  readonly along: number
  readonly length: number
}

function isCut(grey: Float32Array, { inside }: LungMask, lines: Lines): boolean {
  const bar = barOf(grey, lines)
  if (bar < WIDE * lines.count || bar === lines.count) return false
  const lung = Array.from({ length: Math.min(BESIDE, lines.count - bar) }, (_, i) =>
    lungOn(inside, lines, bar + i),
  )
  return Math.max(...lung) >= CUT * breadth(inside, lines)
}

function barOf(grey: Float32Array, lines: Lines): number {
  let [least, most] = [Infinity, -Infinity]
  for (let line = 0; line < lines.count; line++) {
    const start = startOf(lines, line)
    for (let place = 0; place < lines.length; place++) {
      const pixel = grey[start + place * lines.along]!
      if (pixel < least) least = pixel
      if (pixel > most) most = pixel
    }
    if (most - least > ONE_GREY) return line
  }
  return lines.count
}

/** How many places along the lines have lung anywhere, as far as the lungs reach. */
function breadth(inside: Uint8Array, { count, step, along, length }: Lines): number {
  let [first, last] = [length, -1]
  for (let place = 0; place < length; place++) {
    for (let line = 0; line < count; line++) {
      if (inside[line * step + place * along] === 0) continue
      first = Math.min(first, place)
      last = place
      break
    }
  }
  return last + 1 - first
}

/** How many pixels of a line are lung. */
function lungOn(inside: Uint8Array, lines: Lines, line: number): number {
  const start = startOf(lines, line)
  let lung = 0
  for (let place = 0; place < lines.length; place++) lung += inside[start + place * lines.along]!
  return lung
}

/** Where the first pixel of a line lies. */
function startOf({ from, way, step }: Lines, line: number): number {
  return (from + way * line) * step
}
