// PNG (ISO/IEC 15948) 9.2 for one byte a pixel, eight rows at once. A pixel has to wait for the one left of it and for
// the one above, so each row goes one pixel behind the row above it: what that has just come to is above and, one step
// later, the corner.

/** Nothing of ours lies behind. */
export function heap(): usize {
  return __heap_base
}

const ROWS: i32 = 8

/** Numbers of 16 bits, one for each row. */
const EIGHT: usize = memory.data(16, 16)

/**
 * Restores eight rows of `filtered`, each behind the byte of its filter, to `to`, behind the row above them. What stands
 * before `filtered` and behind it is looked at and not used.
 */
export function unfilterEight(filtered: usize, to: usize, columns: i32): void {
  const filters = filtersOf(filtered, columns + 1)
  const isSub = i16x8.eq(filters, i16x8.splat(1))
  const isUp = i16x8.eq(filters, i16x8.splat(2))
  const isAverage = i16x8.eq(filters, i16x8.splat(3))
  const isPaeth = i16x8.eq(filters, i16x8.splat(4))
  const last = columns + ROWS - 1
  let from = filtered + 1
  let aboveFirst = to - columns
  let left = i64x2.splat(0)
  let corner = i64x2.splat(0)
  for (let step: i32 = 0; step < last; step++, from++, aboveFirst++, to++) {
    // What lies above a row is what the row above it came to a step ago.
    const above = i16x8.replace_lane(
      v128.shuffle<u16>(left, left, 0, 0, 1, 2, 3, 4, 5, 6),
      0,
      <i16>load<u8>(aboveFirst),
    )
    // Table 9.1, for all filters; a row takes what is its own.
    const average = i16x8.shr_u(i16x8.add(left, above), 1)
    const foretold = v128.or(
      v128.or(v128.and(left, isSub), v128.and(above, isUp)),
      v128.or(v128.and(average, isAverage), v128.and(nearest(left, above, corner), isPaeth)),
    )
    const restored = v128.and(i16x8.add(storedBytes(from, columns), foretold), i16x8.splat(0xff))
    if (step < columns) storeBytes(restored, to, columns)
    else storeLastBytes(restored, to, columns, step)
    // Rows that have not begun yet have nothing left of them.
    left = step < ROWS ? v128.and(restored, begun(step)) : restored
    corner = above
  }
}

/** Of the row `n` the byte that is `n` before the place. */
// @ts-ignore: decorator
@inline
function storedBytes(from: usize, columns: i32): v128 {
  let bytes = v128.load_lane<u8>(from, i64x2.splat(0), 0)
  bytes = v128.load_lane<u8>(from + columns, bytes, 1)
  bytes = v128.load_lane<u8>(from + 2 * columns, bytes, 2)
  bytes = v128.load_lane<u8>(from + 3 * columns, bytes, 3)
  bytes = v128.load_lane<u8>(from + 4 * columns, bytes, 4)
  bytes = v128.load_lane<u8>(from + 5 * columns, bytes, 5)
  bytes = v128.load_lane<u8>(from + 6 * columns, bytes, 6)
  bytes = v128.load_lane<u8>(from + 7 * columns, bytes, 7)
  return i16x8.extend_low_i8x16_u(bytes)
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

/** A row that has not begun yet writes into the end of the row above it, which comes there later. */
// @ts-ignore: decorator
@inline
function storeBytes(restored: v128, to: usize, columns: i32): void {
  const bytes = i8x16.narrow_i16x8_u(restored, restored)
  const behind: usize = columns - 1
  v128.store_lane<u8>(to, bytes, 0)
  v128.store_lane<u8>(to + behind, bytes, 1)
  v128.store_lane<u8>(to + 2 * behind, bytes, 2)
  v128.store_lane<u8>(to + 3 * behind, bytes, 3)
  v128.store_lane<u8>(to + 4 * behind, bytes, 4)
  v128.store_lane<u8>(to + 5 * behind, bytes, 5)
  v128.store_lane<u8>(to + 6 * behind, bytes, 6)
  v128.store_lane<u8>(to + 7 * behind, bytes, 7)
}

/** A row that is done would write into the row below it, which has been there already. */
function storeLastBytes(restored: v128, to: usize, columns: i32, step: i32): void {
  v128.store(EIGHT, restored)
  for (let row = step - columns + 1; row < ROWS; row++) {
    store<u8>(to + <usize>row * <usize>(columns - 1), load<u8>(EIGHT + 2 * row))
  }
}

function filtersOf(filtered: usize, stride: i32): v128 {
  for (let row: i32 = 0; row < ROWS; row++) store<i16>(EIGHT + 2 * row, load<u8>(filtered + row * stride))
  return v128.load(EIGHT)
}
