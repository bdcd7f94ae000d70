// The ends of lines that were drawn, which the pointer can take and keys can move.

import type { Point } from '../../shared/point.ts'
import type { HeldEnd } from '../state/held-end.ts'
import { isOn, type Mark } from '../state/marks.ts'
import type { WindowState } from '../state/window-state.ts'
import { groundOf } from './draw-lines.ts'
import type { Pane } from './scene.ts'

/** How near the pointer must be, in points of the page. */
export const REACH = 8

const ENDS = ['from', 'to'] as const

export interface PlacedEnd extends HeldEnd {
  readonly mark: Mark
  /** In device pixels of the canvas, which it may lie outside of. */
  readonly at: Point
}

/** All ends on the film of a pane, in the order in which they were drawn. */
export function endsOn(state: WindowState, pane: Pane): readonly PlacedEnd[] {
  const ground = groundOf(state, pane)
  if (!ground) return []
  const { film, to } = ground
  const placed = ({ x, y }: Point) => ({ x: x * to.scaleX + to.shiftX, y: y * to.scaleY + to.shiftY })
  return state.marks.drawn
    .filter((mark) => isOn(mark, film))
    .flatMap((mark) =>
      mark.lines.flatMap((drawn, line) =>
        ENDS.map((end) => ({ key: mark.key, line, end, mark, at: placed(drawn[end]) })),
      ),
    )
}

/** The nearest end within reach of a point, both in device pixels of the canvas; of two at one place the newer. */
export function endNear(state: WindowState, pane: Pane, at: Point, reach: number): HeldEnd | null {
  const near = endsOn(state, pane)
    .map((one) => ({ one, far: Math.hypot(one.at.x - at.x, one.at.y - at.y) }))
    .filter(({ far }) => far <= reach)
    .toReversed()
    .toSorted((one, other) => one.far - other.far)[0]?.one
  return near ? { key: near.key, line: near.line, end: near.end } : null
}
