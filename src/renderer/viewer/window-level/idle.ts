import type { Point } from '../../../shared/point.ts'
import type { Voi } from '../../../shared/greyscale/grey-transform.ts'
import type { WindowEvent } from '../../state/window-event.ts'
import type { Span } from '../value-span.ts'
import { dragging, type Dragging } from './dragging.ts'
import { equivalentWindow } from './equivalent-window.ts'

/** The first move of a drag: a VOI LUT gives way to a window, since dragging a table would do nothing. */
export function startDragging(
  from: Point,
  voi: Voi,
  span: Span,
): { readonly next: Dragging; readonly event: WindowEvent | null } {
  if (voi.kind === 'window') return { next: dragging(from, voi.window, span), event: null }
  const { window, turns } = equivalentWindow(voi.table, span)
  return { next: dragging(from, window, span), event: { type: 'table.left', window, turns } }
}
