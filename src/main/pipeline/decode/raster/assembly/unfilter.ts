// PNG (ISO/IEC 15948) 9.2 for one byte a pixel, sixteen rows at once. A pixel has to wait for the one left of it and for
// the one above, so each row goes one pixel behind the row above it: what that has just come to is above and, one step
// later, the corner. Rows are read and written eight pixels at a time, and turned into steps and back in between.

/** Nothing of ours lies behind. */
export function heap(): usize {
  return __heap_base
}

const ROWS: i32 = 16
const STEPS: i32 = 8

/** A byte for each row. */
const FILTERS: usize = memory.data(16, 16)
/** The same for each of eight steps. */
const BYTES: usize = memory.data(128, 16)

/**
 * Restores sixteen rows of `filtered`, each behind the byte of its filter, to `to`, behind the row above them. What
 * stands before `filtered` and behind it is looked at and not used.
 */
export function unfilterSixteen(filtered: usize, to: usize, columns: i32): void {
  for (let row: i32 = 0; row < ROWS; row++)
    store<u8>(FILTERS + row, load<u8>(filtered + row * (columns + 1)))
  const filters = v128.load(FILTERS)
  // Of nearly all films all rows are.
  const arePaeth = i8x16.all_true(i8x16.eq(filters, i8x16.splat(4)))
  const upperFilters = i16x8.extend_low_i8x16_u(filters)
  const lowerFilters = i16x8.extend_high_i8x16_u(filters)
  const rowAbove = to - columns
  let upper = i64x2.splat(0)
  let lower = i64x2.splat(0)
  let upperCorner = i64x2.splat(0)
  let lowerCorner = i64x2.splat(0)
  for (let first: i32 = 0; first < columns + ROWS - 1; first += STEPS) {
    toSteps(filtered + 1 + first, columns)
    for (let step = first, at = BYTES; step < first + STEPS; step++, at += 16) {
      // What lies above a row is what the row above it came to a step ago.
      const aboveLower = v128.shuffle<u16>(upper, lower, 7, 8, 9, 10, 11, 12, 13, 14)
      const aboveUpper = i16x8.replace_lane(
        v128.shuffle<u16>(upper, upper, 0, 0, 1, 2, 3, 4, 5, 6),
        0,
        <i16>load<u8>(rowAbove + step),
      )
      if (arePaeth) {
        upper = nearest(upper, aboveUpper, upperCorner)
        lower = nearest(lower, aboveLower, lowerCorner)
      } else {
        upper = foretold(upper, aboveUpper, upperCorner, upperFilters)
        lower = foretold(lower, aboveLower, lowerCorner, lowerFilters)
      }
      const bytes = v128.load(at)
      upper = v128.and(i16x8.add(i16x8.extend_low_i8x16_u(bytes), upper), i16x8.splat(0xff))
      lower = v128.and(i16x8.add(i16x8.extend_high_i8x16_u(bytes), lower), i16x8.splat(0xff))
      v128.store(at, i8x16.narrow_i16x8_u(upper, lower))
      if (step < ROWS) {
        // Rows that have not begun yet have nothing left of them.
        upper = v128.and(upper, begun(step))
        lower = v128.and(lower, begun(step - 8))
      }
      upperCorner = aboveUpper
      lowerCorner = aboveLower
    }
    if (first + STEPS <= columns) toRows(to + first, columns)
    else toEnds(to, first, columns)
  }
}

/** Table 9.1, for all filters; a row takes what is its own. */
// @ts-ignore: decorator
@inline
function foretold(left: v128, above: v128, corner: v128, filters: v128): v128 {
  const average = i16x8.shr_u(i16x8.add(left, above), 1)
  return v128.or(
    v128.or(
      v128.and(left, i16x8.eq(filters, i16x8.splat(1))),
      v128.and(above, i16x8.eq(filters, i16x8.splat(2))),
    ),
    v128.or(
      v128.and(average, i16x8.eq(filters, i16x8.splat(3))),
      v128.and(nearest(left, above, corner), i16x8.eq(filters, i16x8.splat(4))),
    ),
  )
}

/** 9.4: of left, above and corner, in this order, the one that is nearest to left + above - corner. */
// @ts-ignore: decorator
@inline
function nearest(left: v128, above: v128, corner: v128): v128 {
  const toAbove = i16x8.sub(above, corner)
  const toLeft = i16x8.sub(left, corner)
  const fromLeft = i16x8.abs(toAbove)
  const fromAbove = i16x8.abs(toLeft)
  const fromCorner = i16x8.abs(i16x8.add(toAbove, toLeft))
  const least = i16x8.min_s(i16x8.min_s(fromLeft, fromAbove), fromCorner)
  const aboveOrCorner = v128.bitselect(above, corner, i16x8.eq(least, fromAbove))
  return v128.bitselect(left, aboveOrCorner, i16x8.eq(least, fromLeft))
}

// @ts-ignore: decorator
@inline
function begun(step: i32): v128 {
  return i16x8.ge_s(i16x8.splat(<i16>step), i16x8(0, 1, 2, 3, 4, 5, 6, 7))
}

// @ts-ignore: decorator
@inline
function low8(a: v128, b: v128): v128 {
  return v128.shuffle<u8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
}
// @ts-ignore: decorator
@inline
function high8(a: v128, b: v128): v128 {
  return v128.shuffle<u8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
}
// @ts-ignore: decorator
@inline
function low16(a: v128, b: v128): v128 {
  return v128.shuffle<u16>(a, b, 0, 8, 1, 9, 2, 10, 3, 11)
}
// @ts-ignore: decorator
@inline
function high16(a: v128, b: v128): v128 {
  return v128.shuffle<u16>(a, b, 4, 12, 5, 13, 6, 14, 7, 15)
}
// @ts-ignore: decorator
@inline
function low32(a: v128, b: v128): v128 {
  return v128.shuffle<u32>(a, b, 0, 4, 1, 5)
}
// @ts-ignore: decorator
@inline
function high32(a: v128, b: v128): v128 {
  return v128.shuffle<u32>(a, b, 2, 6, 3, 7)
}

/** Eight bytes of two rows, taking turns. */
// @ts-ignore: decorator
@inline
function pair(from: usize, columns: usize): v128 {
  return low8(v128.load64_zero(from), v128.load64_zero(from + columns))
}

/** Of the row `n` the eight bytes that begin `n` before the place. */
function toSteps(from: usize, columns: usize): void {
  const two = 2 * columns
  const a0 = pair(from, columns)
  const a1 = pair(from + two, columns)
  const a2 = pair(from + 2 * two, columns)
  const a3 = pair(from + 3 * two, columns)
  const a4 = pair(from + 4 * two, columns)
  const a5 = pair(from + 5 * two, columns)
  const a6 = pair(from + 6 * two, columns)
  const a7 = pair(from + 7 * two, columns)
  const b0 = low16(a0, a1)
  const b1 = low16(a2, a3)
  const b2 = low16(a4, a5)
  const b3 = low16(a6, a7)
  put(0, low32(b0, b1), low32(b2, b3))
  put(32, high32(b0, b1), high32(b2, b3))
  const c0 = high16(a0, a1)
  const c1 = high16(a2, a3)
  const c2 = high16(a4, a5)
  const c3 = high16(a6, a7)
  put(64, low32(c0, c1), low32(c2, c3))
  put(96, high32(c0, c1), high32(c2, c3))
}

/** Two steps, of which each has its rows in both. */
// @ts-ignore: decorator
@inline
function put(place: usize, upper: v128, lower: v128): void {
  v128.store(BYTES + place, v128.shuffle<u64>(upper, lower, 0, 2))
  v128.store(BYTES + place + 16, v128.shuffle<u64>(upper, lower, 1, 3))
}

/**
 * The other way round, from the last row to the first: one that has not begun yet writes into the end of the row above
 * it, which comes there later.
 */
function toRows(to: usize, columns: i32): void {
  const behind: usize = columns - 1
  const s0 = v128.load(BYTES)
  const s1 = v128.load(BYTES + 16)
  const s2 = v128.load(BYTES + 32)
  const s3 = v128.load(BYTES + 48)
  const s4 = v128.load(BYTES + 64)
  const s5 = v128.load(BYTES + 80)
  const s6 = v128.load(BYTES + 96)
  const s7 = v128.load(BYTES + 112)
  eightRows(to + 8 * behind, behind, high8(s0, s1), high8(s2, s3), high8(s4, s5), high8(s6, s7))
  eightRows(to, behind, low8(s0, s1), low8(s2, s3), low8(s4, s5), low8(s6, s7))
}

// @ts-ignore: decorator
@inline
function eightRows(to: usize, behind: usize, a0: v128, a1: v128, a2: v128, a3: v128): void {
  const b0 = low16(a0, a1)
  const b1 = high16(a0, a1)
  const b2 = low16(a2, a3)
  const b3 = high16(a2, a3)
  const r67 = high32(b1, b3)
  v128.store64_lane(to + 7 * behind, r67, 1)
  v128.store64_lane(to + 6 * behind, r67, 0)
  const r45 = low32(b1, b3)
  v128.store64_lane(to + 5 * behind, r45, 1)
  v128.store64_lane(to + 4 * behind, r45, 0)
  const r23 = high32(b0, b2)
  v128.store64_lane(to + 3 * behind, r23, 1)
  v128.store64_lane(to + 2 * behind, r23, 0)
  const r01 = low32(b0, b2)
  v128.store64_lane(to + behind, r01, 1)
  v128.store64_lane(to, r01, 0)
}

/** A row that is done would write into the row below it, which has been there already. */
function toEnds(to: usize, first: i32, columns: i32): void {
  for (let row: i32 = 0; row < ROWS; row++) {
    for (let step: i32 = 0; step < STEPS; step++) {
      const column = first + step - row
      if (column < 0 || column >= columns) continue
      store<u8>(to + row * columns + column, load<u8>(BYTES + (step << 4) + row))
    }
  }
}
