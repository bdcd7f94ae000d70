// Which context a decision belongs to, by what its neighbours are. ISO/IEC 15444-1 D.3.

/** D.3.1, for each of the four kinds of sub-band: where a sample's context lies for its eight neighbours' flags. */
export const SIGNIFICANCE: usize = memory.data(4 * 2048)
/** D.3.2: where the context of a sign lies, doubled, and in the last bit whether the sign is turned. */
export const SIGNS: usize = memory.data(1024)

function bit(flags: u32, at: u32): u32 { return (flags >> at) & 1 }

function significance(h: u32, v: u32, d: u32): u32 {
  if (h == 2) return 8
  if (h == 1) return v >= 1 ? 7 : d >= 1 ? 6 : 5
  if (v > 0) return v + 2
  return min(d, 2)
}

function diagonal(hv: u32, d: u32): u32 {
  if (d >= 3) return 8
  if (d == 2) return hv >= 1 ? 7 : 6
  if (d == 1) return 3 + min(hv, 2)
  return min(hv, 2)
}

for (let f: u32 = 0; f < 2048; f++) {
  const d = bit(f, 0) + bit(f, 2) + bit(f, 8) + bit(f, 10)
  const v = bit(f, 1) + bit(f, 9)
  const h = bit(f, 4) + bit(f, 6)
  store<u8>(SIGNIFICANCE + f, <u8>(8 * significance(h, v, d)))
  store<u8>(SIGNIFICANCE + 2048 + f, <u8>(8 * significance(v, h, d)))
  store<u8>(SIGNIFICANCE + 4096 + f, <u8>(8 * significance(h, v, d)))
  store<u8>(SIGNIFICANCE + 6144 + f, <u8>(8 * diagonal(h + v, d)))
}

function contribution(f: u32, one: u32, other: u32): i32 {
  const a: i32 = bit(f, one) == 0 ? 0 : bit(f, one - 1) ? -1 : 1
  const b: i32 = bit(f, other) == 0 ? 0 : bit(f, other - 1) ? -1 : 1
  return max(-1, min(1, a + b))
}

for (let f: u32 = 0; f < 1024; f++) {
  const h = contribution(f, 4, 6)
  const v = contribution(f, 1, 9)
  const turned = h < 0 || (h == 0 && v < 0)
  const hh = turned ? -h : h
  const vv = turned ? -v : v
  const context: i32 = hh == 0 ? 9 + vv : 12 + vv
  store<u8>(SIGNS + f, <u8>((8 * context) | <i32>turned))
}
