// Where the rows of a resolution go: to where the next one takes them, or as samples to the picture.

let at: usize = 0
let pitch: usize = 0
/** 4 for numbers as they are, 2 or 1 for samples. */
let bytesEach: i32 = 4
export let isReversible: bool = false
let shift: i32 = 0
let least: i32 = 0
let most: i32 = 0

export function setOutput(to: usize, between: usize, bytes: i32): void {
  at = to
  pitch = between
  bytesEach = bytes
}

/** ISO/IEC 15444-1 G.1.2: unsigned samples lie about 0 while they are coded. */
export function setSamples(precision: i32, isSigned: bool, reversible: bool): void {
  const half: i32 = 1 << (precision - 1)
  shift = isSigned ? 0 : half
  least = isSigned ? -half : 0
  most = least + 2 * half - 1
  isReversible = reversible
}

/** Of a picture that is but its smallest resolution. */
export function copyPlane(from: usize, between: usize, width: usize, height: usize): void {
  for (let row: usize = 0; row < height; row++) drawRow(from + row * between, row, width)
}

export function drawRow(line: usize, row: usize, width: usize): void {
  const to = at + row * pitch
  if (bytesEach == 4) return memory.copy(to, line, width << 2)
  const whole = width & ~7
  for (let x: usize = 0; x < whole; x += 8) {
    const both = i16x8.narrow_i32x4_s(samplesOf(line + (x << 2)), samplesOf(line + (x << 2) + 16))
    if (bytesEach == 2) v128.store(to + (x << 1), both)
    else v128.store64_lane(to + x, v128.shuffle<u8>(both, both, 0, 2, 4, 6, 8, 10, 12, 14, 0, 0, 0, 0, 0, 0, 0, 0), 0)
  }
  // What lies behind a row may be another tile's.
  for (let x = whole; x < width; x++) {
    const sample = i32x4.extract_lane(samplesOf(line + (x << 2)), 0)
    if (bytesEach == 2) store<u16>(to + (x << 1), <u16>sample)
    else store<u8>(to + x, <u8>sample)
  }
}

/** Four samples, of which the lower 16 bits count; those above are such that narrowing leaves these as they are. */
// @ts-ignore: decorator
@inline
function samplesOf(numbers: usize): v128 {
  const whole = isReversible ? v128.load(numbers) : rounded(v128.load(numbers))
  const shifted = i32x4.add(whole, i32x4.splat(shift))
  const clamped = i32x4.max_s(i32x4.min_s(shifted, i32x4.splat(most)), i32x4.splat(least))
  return i32x4.shr_s(i32x4.shl(clamped, 16), 16)
}

/** Halves to the even number, as OpenJPEG rounds. What is beyond all samples stays so when it is shifted. */
// @ts-ignore: decorator
@inline
function rounded(numbers: v128): v128 {
  const bound = f32x4.splat(1e9)
  return i32x4.trunc_sat_f32x4_s(f32x4.max(f32x4.min(f32x4.nearest(numbers), bound), f32x4.neg(bound)))
}
