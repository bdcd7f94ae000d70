// The check sum of RFC 1950 8.2, sixteen bytes at once.

/** So many bytes can be added up, in sixteens, before the sums must be brought below 65521. */
const AT_ONCE: usize = 4096

export function adler32(from: usize, to: usize): u32 {
  let a: u32 = 1
  let b: u32 = 0
  while (from < to) {
    const stop = min(to, from + AT_ONCE)
    const sixteens = (stop - from) >> 4
    let sum = i64x2.splat(0)
    let earlier = i64x2.splat(0)
    let weighted = i64x2.splat(0)
    for (let i: usize = 0; i < sixteens; i++, from += 16) {
      const bytes = v128.load(from)
      earlier = i32x4.add(earlier, sum)
      sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes)))
      const low = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(bytes), i16x8(16, 15, 14, 13, 12, 11, 10, 9))
      const high = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(bytes), i16x8(8, 7, 6, 5, 4, 3, 2, 1))
      weighted = i32x4.add(weighted, i32x4.add(low, high))
    }
    b = (b + a * <u32>(sixteens << 4) + 16 * total(earlier) + total(weighted)) % 65521
    a = (a + total(sum)) % 65521
    for (; from < stop; from++) {
      a += load<u8>(from)
      b += a
    }
    a %= 65521
    b %= 65521
  }
  return (b << 16) | a
}

// @ts-ignore: decorator
@inline
function total(four: v128): u32 {
  return (
    i32x4.extract_lane(four, 0) +
    i32x4.extract_lane(four, 1) +
    i32x4.extract_lane(four, 2) +
    i32x4.extract_lane(four, 3)
  )
}
