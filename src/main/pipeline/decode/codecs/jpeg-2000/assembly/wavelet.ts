// ISO/IEC 15444-1 F.3.2: a resolution out of the smaller one and its own sub-bands. It comes row after row, so that of
// the rows that are half done only a few are held, near the processor.

import { joinIrreversibly, joinReversibly, liftIrreversibly, liftReversibly, scale } from './lines'
import { drawRow, isReversible } from './output'

/** For LL, HL, LH and HH where the plane begins, and how far apart its rows are. */
const BANDS: usize = memory.data(4 * 8)

/** Rows of each kind, smooth and detail, that are held at once, more than are half done; and lines to join a row in. */
const HELD: usize = 8
const SCRATCH: usize = 2
export const LINES: usize = 2 * HELD + SCRATCH

/** How many rows of each kind have come, then for each step to how many it was done. A step needs the two before it. */
const DONE: usize = memory.data(4 * 6)

let left: usize = 0
let top: usize = 0
let width: usize = 0
let height: usize = 0
let lines: usize = 0
let linePitch: usize = 0

/** Equation B-14. */
export function setResolution(x: usize, y: usize, columns: usize, rows: usize): void {
  left = x
  top = y
  width = columns
  height = rows
}

/** The kinds of table B.1. */
export function setBand(kind: usize, at: usize, pitch: usize): void {
  store<usize>(BANDS + (kind << 3), at)
  store<usize>(BANDS + (kind << 3), pitch, 4)
}

/** Draws the resolution; `at` is where `LINES` lines are that lie `pitch` apart. */
export function synthesise(at: usize, pitch: usize): void {
  lines = at
  linePitch = pitch
  const odd = top & 1
  if (height == 1) return drawSingle(odd)
  memory.fill(DONE, 0, 24)
  const steps: usize = isReversible ? 2 : 4
  for (let y: usize = 0; y < height; y++) {
    const kind = (y + odd) & 1
    joinRow(kind, y >> 1)
    if (!isReversible) scale(held(kind, y >> 1), held(kind, y >> 1), width, kind == 1)
    setDone(kind, (y >> 1) + 1)
    for (let step: usize = 0; step < steps; step++) advance(step, step + 2 >= steps)
  }
}

/** F.3.6: a single row stays as it is, or is detail alone, twice as large. */
function drawSingle(odd: usize): void {
  joinRow(odd, 0)
  const line = held(odd, 0)
  if (isReversible && odd == 1) {
    for (let x: usize = 0; x < width; x++) store<i32>(line + (x << 2), load<i32>(line + (x << 2)) / 2)
  }
  drawRow(line, 0, width)
}

/** Of the smooth half, or of the detailed one. */
function joinRow(kind: usize, row: usize): void {
  const bands = BANDS + (kind << 4)
  const smooth = load<usize>(bands) + row * load<usize>(bands, 4)
  const detail = load<usize>(bands, 8) + row * load<usize>(bands, 12)
  const scratch = held(2, 0)
  const to = held(kind, row)
  if (isReversible) joinReversibly(smooth, detail, to, width, left & 1, scratch)
  else joinIrreversibly(smooth, detail, to, width, left & 1, scratch, scratch + linePitch)
}

/** Does a step to all rows that have come so far, and have those on both sides. After its last step a row is drawn. */
function advance(step: usize, isLast: bool): void {
  const odd = top & 1
  const kind = step & 1
  const smooths = (height + 1 - odd) >> 1
  const beside = kind == 0 ? height - smooths : smooths
  const come = done(step)
  const ready = done(step + 1)
  const back: usize = kind == 0 ? 1 - odd : odd
  let row = done(step + 2)
  for (; row < come; row++) {
    // F.3.7 mirrors rows at either end.
    const one: usize = row < back ? 0 : min(row - back, beside - 1)
    const other = min(row + 1 - back, beside - 1)
    if (other >= ready) break
    const line = held(kind, row)
    if (isReversible) liftReversibly(step, line, held(1 - kind, one), held(1 - kind, other), width)
    else liftIrreversibly(step, line, held(1 - kind, one), held(1 - kind, other), width)
    if (isLast) drawRow(line, 2 * row + (kind ^ odd), width)
  }
  setDone(step + 2, row)
}

/** Where a row is held; those of kind 2 are to join in. */
function held(kind: usize, row: usize): usize {
  return lines + (kind * HELD + (row & (HELD - 1))) * linePitch
}

function done(what: usize): usize {
  return load<usize>(DONE + (what << 2))
}

function setDone(what: usize, count: usize): void {
  store<usize>(DONE + (what << 2), count)
}
