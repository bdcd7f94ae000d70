// Of a film that was decoded for a score, and lacks its finest grain, the model of the lungs is told a little otherwise.
// The box is made of whole pixels of the mask: where one at its edge is as likely lung as not, so little may move the box,
// and the score with it by more than the grain itself would.

import type { LungMask, Lungs } from '../../../shared/lungs.ts'
import { boxIn } from './lungs-of.ts'
import { maskOf } from './runs.ts'

/**
 * What is lung by less than this from the threshold may be none on the same film with its grain. Of 255 films the share of
 * some pixel moved by 0.025 at most, and by so much that the box was another on one, where it lay 0.002 from the threshold.
 */
const LITTLE = 0.005

export function isBoxUnsure({ mask }: Pick<Lungs, 'mask'>, threshold: number): boolean {
  const [smaller, larger] = [threshold + LITTLE, threshold - LITTLE].map((one) => edgesAt(mask, one))
  return smaller !== larger
}

function edgesAt({ shares, rows, columns }: LungMask, threshold: number): string {
  return Object.values(boxIn(maskOf(shares, { rows, columns }, threshold)) ?? {}).join()
}
