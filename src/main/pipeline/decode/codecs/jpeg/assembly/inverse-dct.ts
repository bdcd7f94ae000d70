// The accurate integer inverse DCT of Loeffler, Ligtenberg and Moschytz (ICASSP 1989), eight lines at once, with the
// constants and the roundings of libjpeg's jidctint.c, so that the samples are the same as there.

import { BLOCK, DIVISORS } from './memory'

// x * 2^13, rounded.
const FIX_0_298631336: i32 = 2446
const FIX_0_390180644: i32 = 3196
const FIX_0_541196100: i32 = 4433
const FIX_0_765366865: i32 = 6270
const FIX_0_899976223: i32 = 7373
const FIX_1_175875602: i32 = 9633
const FIX_1_501321110: i32 = 12299
const FIX_1_847759065: i32 = 15137
const FIX_1_961570560: i32 = 16069
const FIX_2_053119869: i32 = 16819
const FIX_2_562915447: i32 = 20995
const FIX_3_072711026: i32 = 25172
const ONE: i32 = 1 << 13

// Bits of fraction between the passes are 2; each pass adds one and a half bits, the second takes away all of them.
const FIRST_SHIFT: i32 = 13 - 2
const SECOND_SHIFT: i32 = 13 + 2 + 3
const MIDDLE_GREY: i32 = 128

// Eight lines of eight numbers of 16 bits, as a pass leaves them.
let line0: v128 = i64x2.splat(0)
let line1: v128 = i64x2.splat(0)
let line2: v128 = i64x2.splat(0)
let line3: v128 = i64x2.splat(0)
let line4: v128 = i64x2.splat(0)
let line5: v128 = i64x2.splat(0)
let line6: v128 = i64x2.splat(0)
let line7: v128 = i64x2.splat(0)

/** Draws `BLOCK`, times `DIVISORS`, and clears it. */
export function drawBlock(to: usize, stride: usize): void {
  takeBlock()
  pass(i32x4.splat(1 << (FIRST_SHIFT - 1)), FIRST_SHIFT)
  transpose()
  pass(i32x4.splat((1 << (SECOND_SHIFT - 1)) + (MIDDLE_GREY << SECOND_SHIFT)), SECOND_SHIFT)
  storeColumns(to, stride)
}

/** What the above comes to for a block of one coefficient. */
export function drawFlat(coefficient: i32, to: usize, stride: usize): void {
  const value = ((<i32>(<i16>coefficient) + 4) >> 3) + MIDDLE_GREY
  const row = i8x16.splat(<i8>max(0, min(255, value)))
  for (let i = 0; i < 8; i++, to += stride) v128.store64_lane(to, row, 0)
}

// @ts-ignore: decorator
@inline
function takeBlock(): void {
  line0 = i16x8.mul(v128.load(BLOCK), v128.load(DIVISORS))
  line1 = i16x8.mul(v128.load(BLOCK, 16), v128.load(DIVISORS, 16))
  line2 = i16x8.mul(v128.load(BLOCK, 32), v128.load(DIVISORS, 32))
  line3 = i16x8.mul(v128.load(BLOCK, 48), v128.load(DIVISORS, 48))
  line4 = i16x8.mul(v128.load(BLOCK, 64), v128.load(DIVISORS, 64))
  line5 = i16x8.mul(v128.load(BLOCK, 80), v128.load(DIVISORS, 80))
  line6 = i16x8.mul(v128.load(BLOCK, 96), v128.load(DIVISORS, 96))
  line7 = i16x8.mul(v128.load(BLOCK, 112), v128.load(DIVISORS, 112))
  for (let at: usize = 0; at < 128; at += 16) v128.store(BLOCK + at, i64x2.splat(0))
}

/** One dimension, down the columns: the products of eight columns are 32 bits, four of them on either side. */
// @ts-ignore: decorator
@inline
function pass(half: v128, shift: i32): void {
  // Even part: the rotator is sqrt(2) * c(-6).
  let left = lowPairs(line0, line4)
  let right = highPairs(line0, line4)
  const sumLeft = i32x4.add(dot(left, ONE, ONE), half)
  const sumRight = i32x4.add(dot(right, ONE, ONE), half)
  const lessLeft = i32x4.add(dot(left, ONE, -ONE), half)
  const lessRight = i32x4.add(dot(right, ONE, -ONE), half)
  left = lowPairs(line2, line6)
  right = highPairs(line2, line6)
  const turnedLeft = dot(left, FIX_0_541196100 + FIX_0_765366865, FIX_0_541196100)
  const turnedRight = dot(right, FIX_0_541196100 + FIX_0_765366865, FIX_0_541196100)
  const crossLeft = dot(left, FIX_0_541196100, FIX_0_541196100 - FIX_1_847759065)
  const crossRight = dot(right, FIX_0_541196100, FIX_0_541196100 - FIX_1_847759065)

  // Odd part, figure 8 of the paper.
  const z3 = i16x8.add(line7, line3)
  const z4 = i16x8.add(line5, line1)
  left = lowPairs(z3, z4)
  right = highPairs(z3, z4)
  const z3Left = dot(left, FIX_1_175875602 - FIX_1_961570560, FIX_1_175875602)
  const z3Right = dot(right, FIX_1_175875602 - FIX_1_961570560, FIX_1_175875602)
  const z4Left = dot(left, FIX_1_175875602, FIX_1_175875602 - FIX_0_390180644)
  const z4Right = dot(right, FIX_1_175875602, FIX_1_175875602 - FIX_0_390180644)
  left = lowPairs(line7, line1)
  right = highPairs(line7, line1)
  const o0Left = i32x4.add(dot(left, FIX_0_298631336 - FIX_0_899976223, -FIX_0_899976223), z3Left)
  const o0Right = i32x4.add(dot(right, FIX_0_298631336 - FIX_0_899976223, -FIX_0_899976223), z3Right)
  const o3Left = i32x4.add(dot(left, -FIX_0_899976223, FIX_1_501321110 - FIX_0_899976223), z4Left)
  const o3Right = i32x4.add(dot(right, -FIX_0_899976223, FIX_1_501321110 - FIX_0_899976223), z4Right)
  left = lowPairs(line5, line3)
  right = highPairs(line5, line3)
  const o1Left = i32x4.add(dot(left, FIX_2_053119869 - FIX_2_562915447, -FIX_2_562915447), z4Left)
  const o1Right = i32x4.add(dot(right, FIX_2_053119869 - FIX_2_562915447, -FIX_2_562915447), z4Right)
  const o2Left = i32x4.add(dot(left, -FIX_2_562915447, FIX_3_072711026 - FIX_2_562915447), z3Left)
  const o2Right = i32x4.add(dot(right, -FIX_2_562915447, FIX_3_072711026 - FIX_2_562915447), z3Right)

  const e0Left = i32x4.add(sumLeft, turnedLeft)
  const e0Right = i32x4.add(sumRight, turnedRight)
  line0 = narrowed(i32x4.add(e0Left, o3Left), i32x4.add(e0Right, o3Right), shift)
  line7 = narrowed(i32x4.sub(e0Left, o3Left), i32x4.sub(e0Right, o3Right), shift)
  const e1Left = i32x4.add(lessLeft, crossLeft)
  const e1Right = i32x4.add(lessRight, crossRight)
  line1 = narrowed(i32x4.add(e1Left, o2Left), i32x4.add(e1Right, o2Right), shift)
  line6 = narrowed(i32x4.sub(e1Left, o2Left), i32x4.sub(e1Right, o2Right), shift)
  const e2Left = i32x4.sub(lessLeft, crossLeft)
  const e2Right = i32x4.sub(lessRight, crossRight)
  line2 = narrowed(i32x4.add(e2Left, o1Left), i32x4.add(e2Right, o1Right), shift)
  line5 = narrowed(i32x4.sub(e2Left, o1Left), i32x4.sub(e2Right, o1Right), shift)
  const e3Left = i32x4.sub(sumLeft, turnedLeft)
  const e3Right = i32x4.sub(sumRight, turnedRight)
  line3 = narrowed(i32x4.add(e3Left, o0Left), i32x4.add(e3Right, o0Right), shift)
  line4 = narrowed(i32x4.sub(e3Left, o0Left), i32x4.sub(e3Right, o0Right), shift)
}

/** a * x + b * y of each pair (x, y). */
// @ts-ignore: decorator
@inline
function dot(pairs: v128, a: i32, b: i32): v128 {
  return i32x4.dot_i16x8_s(pairs, i32x4.splat((a & 0xffff) | (b << 16)))
}

// @ts-ignore: decorator
@inline
function narrowed(left: v128, right: v128, shift: i32): v128 {
  return i16x8.narrow_i32x4_s(i32x4.shr_s(left, shift), i32x4.shr_s(right, shift))
}

// @ts-ignore: decorator
@inline
function lowPairs(a: v128, b: v128): v128 {
  return v128.shuffle<u16>(a, b, 0, 8, 1, 9, 2, 10, 3, 11)
}

// @ts-ignore: decorator
@inline
function highPairs(a: v128, b: v128): v128 {
  return v128.shuffle<u16>(a, b, 4, 12, 5, 13, 6, 14, 7, 15)
}

/** Rows to columns: three times each line is mixed with the one four places on. */
// @ts-ignore: decorator
@inline
function transpose(): void {
  mix()
  mix()
  mix()
}

// @ts-ignore: decorator
@inline
function mix(): void {
  const low0 = lowPairs(line0, line4)
  const high0 = highPairs(line0, line4)
  const low1 = lowPairs(line1, line5)
  const high1 = highPairs(line1, line5)
  const low2 = lowPairs(line2, line6)
  const high2 = highPairs(line2, line6)
  const low3 = lowPairs(line3, line7)
  const high3 = highPairs(line3, line7)
  line0 = low0
  line1 = high0
  line2 = low1
  line3 = high1
  line4 = low2
  line5 = high2
  line6 = low3
  line7 = high3
}

/** As bytes from 0 to 255, row after row. Columns 0 and 4, 1 and 5, 2 and 6, 3 and 7 share a register at first. */
// @ts-ignore: decorator
@inline
function storeColumns(to: usize, stride: usize): void {
  const first = i8x16.narrow_i16x8_u(line0, line4)
  const second = i8x16.narrow_i16x8_u(line1, line5)
  const third = i8x16.narrow_i16x8_u(line2, line6)
  const fourth = i8x16.narrow_i16x8_u(line3, line7)
  const columns01 = lowBytes(first, second)
  const columns23 = lowBytes(third, fourth)
  const columns45 = highBytes(first, second)
  const columns67 = highBytes(third, fourth)
  storeRows(lowPairs(columns01, columns23), lowPairs(columns45, columns67), to, stride)
  storeRows(highPairs(columns01, columns23), highPairs(columns45, columns67), to + 4 * stride, stride)
}

/** Four rows, of which either register has half. */
// @ts-ignore: decorator
@inline
function storeRows(left: v128, right: v128, to: usize, stride: usize): void {
  const upper = v128.shuffle<u32>(left, right, 0, 4, 1, 5)
  const lower = v128.shuffle<u32>(left, right, 2, 6, 3, 7)
  v128.store64_lane(to, upper, 0)
  v128.store64_lane(to + stride, upper, 1)
  v128.store64_lane(to + 2 * stride, lower, 0)
  v128.store64_lane(to + 3 * stride, lower, 1)
}

// @ts-ignore: decorator
@inline
function lowBytes(a: v128, b: v128): v128 {
  return v128.shuffle<u8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
}

// @ts-ignore: decorator
@inline
function highBytes(a: v128, b: v128): v128 {
  return v128.shuffle<u8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
}
