// Lines of numbers of 32 bits, four at once: what lies up to four before a line and eight behind it is anything.
// ISO/IEC 15444-1 F.3: smooth numbers stand at even places, detail at odd ones, and both are lifted in turns.

const NUMBER: usize = 4

// Table F.4, with OpenJPEG's digits. Its 2/K makes up for the gains of the sub-bands, which their steps leave out.
const ALPHA: f32 = -1.586134342
const BETA: f32 = -0.052980118
const GAMMA: f32 = 0.882911075
const DELTA: f32 = 0.443506852
const K: f32 = 1.230174105
const TWO_BY_K: f32 = 1.625732422

/** Steps of the irreversible wavelet, F.3.8.1.1: 0 and 2 lift what is smooth, 1 and 3 the detail. */
export function liftIrreversibly(step: usize, line: usize, one: usize, other: usize, count: usize): void {
  const factor = f32x4.splat(step == 0 ? -DELTA : step == 1 ? -GAMMA : step == 2 ? -BETA : -ALPHA)
  for (let i: usize = 0; i < count * NUMBER; i += 16) {
    const sum = f32x4.add(v128.load(one + i), v128.load(other + i))
    v128.store(line + i, f32x4.add(v128.load(line + i), f32x4.mul(sum, factor)))
  }
}

/** F.3.8.1.1, the steps before these. */
export function scale(from: usize, to: usize, count: usize, isDetail: bool): void {
  const factor = f32x4.splat(isDetail ? TWO_BY_K : K)
  for (let i: usize = 0; i < count * NUMBER; i += 16) v128.store(to + i, f32x4.mul(v128.load(from + i), factor))
}

/** F.3.8.2.1, steps of the reversible wavelet: 0 for what is smooth, 1 for the detail. */
export function liftReversibly(step: usize, line: usize, one: usize, other: usize, count: usize): void {
  for (let i: usize = 0; i < count * NUMBER; i += 16) {
    const sum = i32x4.add(v128.load(one + i), v128.load(other + i))
    const lifted = step == 0 ? smoothed(v128.load(line + i), sum) : detailed(v128.load(line + i), sum)
    v128.store(line + i, lifted)
  }
}

/** Equation F-5. */
// @ts-ignore: decorator
@inline
function smoothed(numbers: v128, sum: v128): v128 {
  return i32x4.sub(numbers, i32x4.shr_s(i32x4.add(sum, i32x4.splat(2)), 2))
}

/** Equation F-6. */
// @ts-ignore: decorator
@inline
function detailed(numbers: v128, sum: v128): v128 {
  return i32x4.add(numbers, i32x4.shr_s(sum, 1))
}

/**
 * A row of `width` out of its smooth numbers and its detail, by the reversible wavelet. `odd` is 1 where the row begins
 * with detail; `scratch` is a line.
 */
export function joinReversibly(smooth: usize, detail: usize, to: usize, width: usize, odd: usize, scratch: usize): void {
  const smooths = (width + 1 - odd) >> 1
  const details = width - smooths
  if (width == 1) return store<i32>(to, odd == 0 ? load<i32>(smooth) : load<i32>(detail) / 2)
  mirror(detail, details)
  const before = detail - (1 - odd) * NUMBER
  for (let i: usize = 0; i < smooths * NUMBER; i += 16) {
    const sum = i32x4.add(v128.load(before + i), v128.load(before + i, NUMBER))
    v128.store(scratch + i, smoothed(v128.load(smooth + i), sum))
  }
  mirror(scratch, smooths)
  const beside = scratch - odd * NUMBER
  for (let i: usize = 0; i < max(smooths, details) * NUMBER; i += 16) {
    const sum = i32x4.add(v128.load(beside + i), v128.load(beside + i, NUMBER))
    interleave(to + 2 * i, v128.load(scratch + i), detailed(v128.load(detail + i), sum), odd)
  }
}

/** The same by the irreversible wavelet; `scratch` and `other` are two lines. */
export function joinIrreversibly(
  smooth: usize,
  detail: usize,
  to: usize,
  width: usize,
  odd: usize,
  scratch: usize,
  other: usize,
): void {
  const smooths = (width + 1 - odd) >> 1
  const details = width - smooths
  if (width == 1) return store<i32>(to, load<i32>(odd == 0 ? smooth : detail))
  scale(smooth, scratch, smooths, false)
  scale(detail, other, details, true)
  const before = other - (1 - odd) * NUMBER
  const beside = scratch - odd * NUMBER
  for (let step: usize = 0; step < 4; step += 2) {
    mirror(other, details)
    liftIrreversibly(step, scratch, before, before + NUMBER, smooths)
    mirror(scratch, smooths)
    liftIrreversibly(step + 1, other, beside, beside + NUMBER, details)
  }
  for (let i: usize = 0; i < max(smooths, details) * NUMBER; i += 16) {
    interleave(to + 2 * i, v128.load(scratch + i), v128.load(other + i), odd)
  }
}

/** F.3.7, as far as a step reaches. */
function mirror(line: usize, count: usize): void {
  const end = line + count * NUMBER
  store<i32>(line - NUMBER, load<i32>(line))
  store<i32>(end, load<i32>(end - NUMBER))
}

/** F.3.4. */
// @ts-ignore: decorator
@inline
function interleave(to: usize, smooth: v128, detail: v128, odd: usize): void {
  if (odd == 0) {
    v128.store(to, v128.shuffle<i32>(smooth, detail, 0, 4, 1, 5))
    v128.store(to, v128.shuffle<i32>(smooth, detail, 2, 6, 3, 7), 16)
  } else {
    v128.store(to, v128.shuffle<i32>(smooth, detail, 4, 0, 5, 1))
    v128.store(to, v128.shuffle<i32>(smooth, detail, 6, 2, 7, 3), 16)
  }
}
