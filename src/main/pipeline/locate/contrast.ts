import type { LungMask } from '../../../shared/lungs.ts'

/**
 * How much brighter what lies between the lungs is than the lungs, in shares of the screen's range: in each row from
 * the first to the last pixel of lung, all that is none. `grey` is the film at the mask's size. 0 where nothing lies between.
 */
export function lungContrast(grey: Float32Array, { rows, columns, inside }: LungMask): number {
  let [lung, lungs, between, others] = [0, 0, 0, 0]
  for (let row = 0; row < rows; row++) {
    const start = row * columns
    const line = inside.subarray(start, start + columns)
    const last = line.lastIndexOf(1)
    for (let column = line.indexOf(1); column >= 0 && column <= last; column++) {
      if (line[column] === 1) {
        lung += grey[start + column]!
        lungs++
      } else {
        between += grey[start + column]!
        others++
      }
    }
  }
  return others === 0 ? 0 : between / others - lung / lungs
}
