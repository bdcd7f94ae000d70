import type { LungMask } from '../../../shared/lungs.ts'
import { runs, type Run } from './runs.ts'

/**
 * How much brighter what lies between the lungs is than the lungs, in shares of the screen's range: in each row from
 * the first to the last pixel of lung, all that is none. `grey` is the film at the mask's size. 0 where nothing lies between.
 */
export function lungContrast(grey: Float32Array, mask: LungMask): number {
  let [lung, lungs, between, others] = [0, 0, 0, 0]
  let before: Run | undefined
  for (const run of runs(mask)) {
    const start = run.row * mask.columns
    if (before?.row === run.row) {
      for (let column = before.end; column < run.first; column++) between += grey[start + column]!
      others += run.first - before.end
    }
    for (let column = run.first; column < run.end; column++) lung += grey[start + column]!
    lungs += run.end - run.first
    before = run
  }
  return others === 0 ? 0 : between / others - lung / lungs
}
