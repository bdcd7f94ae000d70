import type { Warning } from '../../../shared/analysis.ts'
import type { LungMask, Lungs } from '../../../shared/lungs.ts'
import { runs, type Run } from '../locate/runs.ts'

/** Of the lungs' own width or height, what may lie on an edge of the film: more is seen on 1 in 40 films that were not cropped. */
const MOST_ON_EDGE = 0.2

export function cutLungsWarning(lungs: Lungs | null): Warning | undefined {
  if (lungs === null) return undefined
  const cut = edgesCut(lungs.mask)
  if (cut.length === 0) return undefined
  const edges = cut.length === 1 ? `${cut[0]} edge` : `${cut.slice(0, -1).join(', ')} and ${cut.at(-1)} edges`
  return {
    code: 'GATE_LUNGS_CUT',
    message: `The lungs reach the ${edges} of the film; part of them may be missing, and the score may mislead.`,
  }
}

function edgesCut(mask: LungMask): string[] {
  const { rows, columns } = mask
  const all = runs(mask)
  let [upper, lower, left, right] = [0, 0, 0, 0]
  for (const { row, first, end } of all) {
    if (row === 0) upper += end - first
    if (row === rows - 1) lower += end - first
    if (first === 0) left++
    if (end === columns) right++
  }
  const width = columnsWith(all, columns)
  const height = all.filter(({ row }, i) => row !== all[i - 1]?.row).length
  const edges = [
    ['upper', upper, width],
    ['lower', lower, width],
    ['left', left, height],
    ['right', right, height],
  ] as const
  return edges.filter(([, pixels, length]) => pixels > MOST_ON_EDGE * length).map(([name]) => name)
}

/** How many columns have lung in any row. */
function columnsWith(all: readonly Run[], columns: number): number {
  const begunOrEnded = new Int32Array(columns + 1)
  for (const { first, end } of all) {
    begunOrEnded[first]!++
    begunOrEnded[end]!--
  }
  let [count, over] = [0, 0]
  for (const change of begunOrEnded) {
    over += change
    if (over > 0) count++
  }
  return count
}
