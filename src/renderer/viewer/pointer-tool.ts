// What the pointer is doing on the film: a small machine, so that every press ends in a release or a cancel.
// Points are points of the page, so that a drag feels alike on screens of every density.

import type { Point } from '../../shared/point.ts'
import type { Voi } from '../../shared/greyscale/grey-transform.ts'
import type { WindowEvent } from '../state/window-event.ts'
import type { Span } from './value-span.ts'
import { draggedWindow, type Dragging } from './window-level/dragging.ts'
import { startDragging } from './window-level/idle.ts'

export type PointerTool =
  | { readonly tool: 'idle' }
  /** Pressed, and not yet moved: a click must not leave a VOI LUT. */
  | { readonly tool: 'pressed'; readonly from: Point }
  | Dragging
  | { readonly tool: 'pan'; readonly last: Point }

/** What the tools must know of the film on screen. */
export interface Hold {
  readonly voi: Voi
  readonly span: Span
  /** Device pixels in a point of the page. */
  readonly density: number
}

export interface Turn {
  readonly next: PointerTool
  readonly events: readonly WindowEvent[]
}

export const idle: PointerTool = { tool: 'idle' }
export const LEFT_BUTTON = 0

export function pressed(at: Point, button: number): PointerTool {
  return button === LEFT_BUTTON ? { tool: 'pressed', from: at } : { tool: 'pan', last: at }
}

export function moved(tool: PointerTool, to: Point, hold: Hold): Turn {
  switch (tool.tool) {
    case 'idle':
      return { next: idle, events: [] }
    case 'pressed': {
      const { next, event } = startDragging(tool.from, hold.voi, hold.span)
      const drag: WindowEvent = { type: 'window.dragged', window: draggedWindow(next, to) }
      return { next, events: event ? [event, drag] : [drag] }
    }
    case 'window-level':
      return { next: tool, events: [{ type: 'window.dragged', window: draggedWindow(tool, to) }] }
    case 'pan': {
      const by = { x: (to.x - tool.last.x) * hold.density, y: (to.y - tool.last.y) * hold.density }
      return { next: { tool: 'pan', last: to }, events: [{ type: 'view.panned', by }] }
    }
  }
}

/** Esc during a drag, or a pointer that the system took away: the window is as it was before. */
export function cancelled(tool: PointerTool): Turn {
  if (tool.tool !== 'window-level') return { next: idle, events: [] }
  return { next: idle, events: [{ type: 'window.dragged', window: tool.start }] }
}

/** A drag of a given length at once, for the keys. */
export function nudged(by: Point, hold: Hold): readonly WindowEvent[] {
  return moved({ tool: 'pressed', from: { x: 0, y: 0 } }, by, hold).events
}
