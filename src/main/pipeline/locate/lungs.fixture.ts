// Masks made by hand for tests: 20 x 20 pixels, each lung a rectangle [left, top, right, bottom], right and bottom outside.

import type { Lungs } from '../../../shared/lungs.ts'
import { lungsOf } from './lungs-of.ts'

export const LEFT = [3, 4, 8, 16] as const
export const RIGHT = [12, 4, 17, 16] as const
export type Rectangle = readonly [left: number, top: number, right: number, bottom: number]

export function lungsFixture(rectangles: readonly Rectangle[], sure = 1): Lungs {
  const shares = new Float32Array(400)
  for (const [left, top, right, bottom] of rectangles) {
    for (let row = top; row < bottom; row++) shares.fill(0.5 + sure / 2, row * 20 + left, row * 20 + right)
  }
  const whole = { x: 0, y: 0, width: 20, height: 20 }
  return lungsOf({ shares, width: 20, filled: whole, scaleX: 10, scaleY: 10 }, 0.5)
}
