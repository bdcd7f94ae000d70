import type { LungMask } from '../../../shared/lungs.ts'
import { runs, type Run } from './runs.ts'

/** Pixels of a mask that hang together by their edges. */
export interface Region {
  readonly pixels: number
  /** Of the pixels' columns and rows. */
  readonly meanColumn: number
  readonly meanRow: number
  readonly firstColumn: number
  readonly lastColumn: number
  readonly firstRow: number
  readonly lastRow: number
}

// A mask is asked for its regions at every check of what was found.
const known = new WeakMap<LungMask, readonly Region[]>()

/** The largest first. */
export function regions(mask: LungMask): readonly Region[] {
  const before = known.get(mask)
  if (before !== undefined) return before
  const found = regionsOf(runs(mask))
  known.set(mask, found)
  return found
}

function regionsOf(all: readonly Run[]): Region[] {
  const leaders = leadersOf(all)
  const together = Map.groupBy(all, (_, i) => leaderOf(i, leaders))
  return Array.from(together.values(), regionOf).toSorted((a, b) => b.pixels - a.pixels)
}

/** For each run an earlier one that it hangs together with; for the first of a region itself. */
function leadersOf(all: readonly Run[]): number[] {
  const leaders = all.map((_, i) => i)
  let above = 0
  for (let i = 0; i < all.length; i++) {
    const { row, first, end } = all[i]!
    // What ends in the row above before this run begins, touches none that follow.
    while (all[above]!.row < row - 1 || (all[above]!.row === row - 1 && all[above]!.end <= first)) above++
    for (let touched = above; all[touched]!.row === row - 1 && all[touched]!.first < end; touched++) {
      const [one, other] = [leaderOf(i, leaders), leaderOf(touched, leaders)]
      leaders[Math.max(one, other)] = Math.min(one, other)
    }
  }
  return leaders
}

/** The first run of the region. Ways to it are made shorter as they are gone. */
function leaderOf(run: number, leaders: number[]): number {
  let leader = run
  while (leaders[leader] !== leader) leader = leaders[leader] = leaders[leaders[leader]!]!
  return leader
}

function regionOf(together: readonly Run[]): Region {
  let [pixels, sumColumn, sumRow] = [0, 0, 0]
  let [firstColumn, lastColumn] = [Infinity, 0]
  for (const { row, first, end } of together) {
    const length = end - first
    pixels += length
    sumColumn += ((first + end - 1) * length) / 2
    sumRow += row * length
    firstColumn = Math.min(firstColumn, first)
    lastColumn = Math.max(lastColumn, end - 1)
  }
  const [meanColumn, meanRow] = [sumColumn / pixels, sumRow / pixels]
  const [firstRow, lastRow] = [together[0]!.row, together.at(-1)!.row]
  return { pixels, meanColumn, meanRow, firstColumn, lastColumn, firstRow, lastRow }
}
