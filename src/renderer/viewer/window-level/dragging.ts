import type { Point } from '../../../shared/point.ts'
import type { Window } from '../../../shared/greyscale/grey-transform.ts'
import type { Span } from '../value-span.ts'

/** The reader holds the left button and changes the window. */
export interface Dragging {
  readonly tool: 'window-level'
  readonly from: Point
  /** The window that the drag began with. */
  readonly start: Window
  readonly narrowest: number
  readonly widest: number
}

// Points of the screen for twice the width, and for a level moved by the whole width.
const DOUBLING = 240
const WHOLE_WIDTH = 480

export function dragging(from: Point, start: Window, { low, high }: Span): Dragging {
  const span = Math.max(high - low, 1)
  // PS3.3 C.11.2.1.2.1: a LINEAR window is at least 1 wide; the others only need to be wider than nothing.
  const narrowest = start.function === 'LINEAR' ? 1 : span / 65_536
  return { tool: 'window-level', from, start, narrowest, widest: Math.max(span * 4, start.width) }
}

/** Right widens, down raises the level; both in proportion to the window, so that 8 and 16 bits feel alike. */
export function draggedWindow({ from, start, narrowest, widest }: Dragging, to: Point): Window {
  const width = start.width * 2 ** ((to.x - from.x) / DOUBLING)
  return {
    ...start,
    name: '',
    width: Math.min(Math.max(width, narrowest), widest),
    centre: start.centre + ((to.y - from.y) / WHOLE_WIDTH) * start.width,
  }
}
