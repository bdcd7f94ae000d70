// ISO/IEC 15444-1 annex E: a code-block's samples to their places in the sub-band, in rows.

import { chunksAcross } from './chunk'
import { SAMPLES } from './memory'

/** `step` is what a magnitude is worth, or 0 where samples are whole numbers, which lose their bit of fraction. */
export function placeBlock(to: usize, pitch: usize, width: usize, height: usize, step: f32): void {
  const stripe = chunksAcross() << 8
  const fours = width & ~3
  for (let y: usize = 0; y < height; y += 4, to += pitch << 2) {
    const from = SAMPLES + (y >> 2) * stripe
    const rows = min(height - y, 4)
    for (let x: usize = 0; x < fours; x += 4) placeFour(from + (x << 4), to + (x << 2), pitch, rows, step)
    for (let x = fours; x < width; x++) placeOne(from + (x << 4), to + (x << 2), pitch, rows, step)
  }
}

/** Of a code-block of which nothing has come, or nothing is needed. */
export function clearBlock(to: usize, pitch: usize, width: usize, height: usize): void {
  for (let y: usize = 0; y < height; y++) memory.fill(to + y * pitch, 0, width << 2)
}

/** Four columns of up to four rows. */
// @ts-ignore: decorator
@inline
function placeFour(from: usize, to: usize, pitch: usize, rows: usize, step: f32): void {
  const first = worth(v128.load(from), step)
  const second = worth(v128.load(from, 16), step)
  const third = worth(v128.load(from, 32), step)
  const fourth = worth(v128.load(from, 48), step)
  const upperLeft = v128.shuffle<i32>(first, second, 0, 4, 1, 5)
  const upperRight = v128.shuffle<i32>(third, fourth, 0, 4, 1, 5)
  const lowerLeft = v128.shuffle<i32>(first, second, 2, 6, 3, 7)
  const lowerRight = v128.shuffle<i32>(third, fourth, 2, 6, 3, 7)
  v128.store(to, v128.shuffle<i64>(upperLeft, upperRight, 0, 2))
  if (rows > 1) v128.store(to + pitch, v128.shuffle<i64>(upperLeft, upperRight, 1, 3))
  if (rows > 2) v128.store(to + 2 * pitch, v128.shuffle<i64>(lowerLeft, lowerRight, 0, 2))
  if (rows > 3) v128.store(to + 3 * pitch, v128.shuffle<i64>(lowerLeft, lowerRight, 1, 3))
}

function placeOne(from: usize, to: usize, pitch: usize, rows: usize, step: f32): void {
  const numbers = worth(v128.load(from), step)
  store<i32>(to, i32x4.extract_lane(numbers, 0))
  if (rows > 1) store<i32>(to + pitch, i32x4.extract_lane(numbers, 1))
  if (rows > 2) store<i32>(to + 2 * pitch, i32x4.extract_lane(numbers, 2))
  if (rows > 3) store<i32>(to + 3 * pitch, i32x4.extract_lane(numbers, 3))
}

/** E.1.1.2 and E.1.2.2. */
// @ts-ignore: decorator
@inline
function worth(samples: v128, step: f32): v128 {
  const sign = i32x4.shr_s(samples, 31)
  const magnitude = v128.and(samples, i32x4.splat(0x7fffffff))
  const whole = step == 0 ? i32x4.shr_u(magnitude, 1) : magnitude
  const value = i32x4.sub(v128.xor(whole, sign), sign)
  return step == 0 ? value : f32x4.mul(f32x4.convert_i32x4_s(value), f32x4.splat(step))
}
