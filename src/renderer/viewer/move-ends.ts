// What keys do to an end of a line that has the focus.

import type { Point } from '../../shared/point.ts'
import { endOf, type HeldEnd } from '../state/held-end.ts'
import type { WindowEvent } from '../state/window-event.ts'
import type { WindowState } from '../state/window-state.ts'
import { groundOf, stepped } from './draw-lines.ts'
import { endsOn } from './hold-ends.ts'
import type { Pane } from './scene.ts'
import type { CanvasSize } from './view.ts'

/** Empty where the key is none of those for ends. */
export function endByKey(
  state: WindowState,
  pane: Pane,
  { key: mark, line, end }: HeldEnd,
  pressed: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): readonly WindowEvent[] {
  if (pressed.key === 'Delete' || pressed.key === 'Backspace') return [{ type: 'mark.removed', key: mark }]
  const ground = groundOf(state, pane)
  const drawn = state.marks.drawn.find(({ key }) => key === mark)
  const at = drawn && endOf(drawn, { line, end })
  const to = ground && at ? stepped(at, pressed, ground) : null
  return to ? [{ type: 'end.moved', key: mark, line, end, to }] : []
}

/** Moves the film by what an end lacks to be seen; empty where it is. */
export function broughtIntoView(state: WindowState, pane: Pane, wanted: HeldEnd): readonly WindowEvent[] {
  const at = endsOn(state, pane).find(
    ({ key, line, end }) => key === wanted.key && line === wanted.line && end === wanted.end,
  )?.at
  const by = at && lacking(at, state.display.canvas)
  return by ? [{ type: 'view.panned', by }] : []
}

// So far from the edge a line's words can be read too.
const MARGIN = 1 / 8

function lacking({ x, y }: Point, { width, height }: CanvasSize): Point | null {
  if (x >= 0 && y >= 0 && x <= width && y <= height) return null
  return { x: inside(x, width) - x, y: inside(y, height) - y }
}

function inside(at: number, size: number): number {
  return Math.min(Math.max(at, size * MARGIN), size * (1 - MARGIN))
}
