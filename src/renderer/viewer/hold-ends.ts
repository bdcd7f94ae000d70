// The ends of lines that were drawn, which the pointer can take and move.

import type { Point } from '../../shared/point.ts'
import type { HeldEnd } from '../state/held-end.ts'
import type { WindowState } from '../state/window-state.ts'
import { groundOf } from './draw-lines.ts'
import type { Pane } from './scene.ts'

/** How near the pointer must be, in points of the page. */
export const REACH = 8

const ENDS = ['from', 'to'] as const

/** The nearest end within reach of a point, both in device pixels of the canvas; of two at one place the newer. */
export function endNear(state: WindowState, pane: Pane, at: Point, reach: number): HeldEnd | null {
  const ground = groundOf(state, pane)
  if (!ground) return null
  const { film, to } = ground
  const distance = ({ x, y }: Point) =>
    Math.hypot(x * to.scaleX + to.shiftX - at.x, y * to.scaleY + to.shiftY - at.y)
  const ends = state.marks.drawn
    .filter(({ id, frame }) => id === film.id && frame === film.frame)
    .flatMap(({ key, lines }) =>
      lines.flatMap((drawn, line) =>
        ENDS.map((end) => ({ held: { key, line, end }, far: distance(drawn[end]) })),
      ),
    )
    .filter(({ far }) => far <= reach)
  return ends.toReversed().toSorted((one, other) => one.far - other.far)[0]?.held ?? null
}
