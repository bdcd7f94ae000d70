import type { LungBox } from '../../../shared/lungs.ts'
import type { Region } from '../resample.ts'

/**
 * The lungs' box grown by `margin` of its width to either side and of its height above and below, then cut at the
 * film's edges: bars of padding would tell films that are framed tightly from others. Edges are moved outwards to whole
 * pixels of the film, here and nowhere else.
 */
export function lungsRegion(
  { rows, columns }: { readonly rows: number; readonly columns: number },
  { left, top, right, bottom }: LungBox,
  margin: number,
): Region {
  const across = margin * (right - left)
  const down = margin * (bottom - top)
  return {
    left: Math.floor(Math.max(0, left - across)),
    top: Math.floor(Math.max(0, top - down)),
    right: Math.ceil(Math.min(columns, right + across)),
    bottom: Math.ceil(Math.min(rows, bottom + down)),
  }
}
