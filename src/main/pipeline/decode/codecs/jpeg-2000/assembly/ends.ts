// Where smooth numbers lie near those at which the screen is black or white.

import { isReversible } from './output'

let lower: f32 = 0
let upper: f32 = 0
let margin: f32 = 0

export function setEnds(black: f32, white: f32, far: f32): void {
  lower = black
  upper = white
  margin = far
}

/** Whether any of the numbers is within the margin of an end. */
export function touchesEnd(at: usize, pitch: usize, width: usize, height: usize): bool {
  const fours = width & ~3
  for (let y: usize = 0; y < height; y++, at += pitch) {
    let near = i32x4.splat(0)
    for (let x: usize = 0; x < fours; x += 4) near = v128.or(near, areNear(at + (x << 2)))
    if (v128.any_true(near)) return true
    for (let x = fours; x < width; x++) if (i32x4.extract_lane(areNear(at + (x << 2)), 0) != 0) return true
  }
  return false
}

// @ts-ignore: decorator
@inline
function areNear(numbers: usize): v128 {
  const values = isReversible ? f32x4.convert_i32x4_s(v128.load(numbers)) : v128.load(numbers)
  const toLower = f32x4.abs(f32x4.sub(values, f32x4.splat(lower)))
  const toUpper = f32x4.abs(f32x4.sub(values, f32x4.splat(upper)))
  return f32x4.le(f32x4.min(toLower, toUpper), f32x4.splat(margin))
}
