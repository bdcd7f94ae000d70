// The arithmetic decoder of ISO/IEC 15444-1 annex C. Of noise three decisions in four renormalise the interval and nobody
// can foretell which, so a decision takes no branch but the one for more bits, which halves the time of a film. Its two
// registers are in variables of the loop that decides, which therefore writes out its steps:
//
//     const state = load<u64>(context)
//     const qe = qeOf(state)
//     a -= qe
//     const less = isLess(a, c, qe)
//     a = intervalOf(a, c, qe)
//     c = codeOf(c, qe)
//     follow(context, state, a, less)
//     c <<= clz(a)
//     a <<= clz(a)
//     if (<u32>c == 0) c = refill(c)
//
// after which the decision is the last bit of `state ^ less`.

import { CONTEXTS, RUN_LENGTH, UNIFORM } from './memory'

// Table C.2: Qe, the next row after the more and after the less probable symbol, and whether the latter turns them.
// prettier-ignore
const PROBABILITIES: usize = memory.data<u16>([
  0x5601, 1, 1, 1, 0x3401, 2, 6, 0, 0x1801, 3, 9, 0, 0x0ac1, 4, 12, 0, 0x0521, 5, 29, 0, 0x0221, 38, 33, 0,
  0x5601, 7, 6, 1, 0x5401, 8, 14, 0, 0x4801, 9, 14, 0, 0x3801, 10, 14, 0, 0x3001, 11, 17, 0, 0x2401, 12, 18, 0,
  0x1c01, 13, 20, 0, 0x1601, 29, 21, 0, 0x5601, 15, 14, 1, 0x5401, 16, 14, 0, 0x5101, 17, 15, 0, 0x4801, 18, 16, 0,
  0x3801, 19, 17, 0, 0x3401, 20, 18, 0, 0x3001, 21, 19, 0, 0x2801, 22, 19, 0, 0x2401, 23, 20, 0, 0x2201, 24, 21, 0,
  0x1c01, 25, 22, 0, 0x1801, 26, 23, 0, 0x1601, 27, 24, 0, 0x1401, 28, 25, 0, 0x1201, 29, 26, 0, 0x1101, 30, 27, 0,
  0x0ac1, 31, 28, 0, 0x09c1, 32, 29, 0, 0x08a1, 33, 30, 0, 0x0521, 34, 31, 0, 0x0441, 35, 32, 0, 0x02a1, 36, 33, 0,
  0x0221, 37, 34, 0, 0x0141, 38, 35, 0, 0x0111, 39, 36, 0, 0x0085, 40, 37, 0, 0x0049, 41, 38, 0, 0x0025, 42, 39, 0,
  0x0015, 43, 40, 0, 0x0009, 44, 41, 0, 0x0005, 45, 42, 0, 0x0001, 45, 43, 0, 0x5601, 46, 46, 0,
])

/**
 * For each row of table C.2 and each symbol that may be the more probable one, four numbers of 64 bits: the state after
 * the more probable symbol where the interval is renormalised, the same state, and the one after the less probable
 * symbol. A state has Qe in its upper 16 bits, where its four numbers are in its lower ones, in bytes, and in the last
 * bit the more probable symbol.
 */
const STATES: usize = memory.data(32 * 94, 32)
const QE: u64 = 0xffff_0000_0000_0000
const PLACE: usize = 0xffe0

for (let row: u32 = 0; row < 47; row++) {
  const from = PROBABILITIES + (row << 3)
  for (let symbol: u32 = 0; symbol < 2; symbol++) {
    const to = STATES + (((row << 1) | symbol) << 5)
    store<u64>(to, stateOf(load<u16>(from, 2), symbol))
    store<u64>(to, stateOf(row, symbol), 8)
    store<u64>(to, stateOf(load<u16>(from, 4), symbol ^ load<u16>(from, 6)), 16)
  }
}

function stateOf(row: u32, symbol: u32): u64 {
  const qe = <u64>load<u16>(PROBABILITIES + (row << 3))
  return (qe << 48) | <u64>(((row << 1) | symbol) << 5) | <u64>symbol
}

/** The registers of C.3.1 between passes: the interval in the upper 16 bits, and the code as `refill` leaves it. */
export let interval: u64 = 0
export let code: u64 = 0
let next: usize = 0
let isAfterFull: bool = false

export function keepRegisters(a: u64, c: u64): void {
  interval = a
  code = c
}

/** C.3.5 and table D.7, for the bytes from `from` up to two of 0xFF. */
export function startDecoder(from: usize): void {
  next = from
  isAfterFull = false
  interval = 1 << 63
  code = refill(1 << 62)
  for (let i: usize = 0; i < 19; i++) store<u64>(CONTEXTS + (i << 3), stateOf(0, 0))
  store<u64>(CONTEXTS, stateOf(4, 0))
  store<u64>(RUN_LENGTH, stateOf(3, 0))
  store<u64>(UNIFORM, stateOf(46, 0))
}

/**
 * C.3.4. The code has its 16 bits on top, then those that come next, then a 1 and nothing but zeros. A decision takes 15
 * bits at most, so more are due when that 1 has left the lower half.
 */
export function refill(c: u64): u64 {
  const last = ctz(c)
  const bytes = load<u32>(next)
  const isPlain = ((~bytes - 0x01010101) & bytes & 0x80808080) == 0
  if (isAfterFull || !isPlain) return refillSlowly(c, last)
  next += 4
  const turned = (rotr(bytes, 8) & 0xff00ff00) | (rotl(bytes, 8) & 0x00ff00ff)
  return (c ^ (<u64>1 << last)) | (<u64>turned << (last - 31)) | (<u64>1 << (last - 32))
}

/** A byte after 0xFF brings seven bits, and a carry; above 0x8F it is a marker, after which ones come. */
function refillSlowly(c: u64, from: u64): u64 {
  let last = from
  let filled = c ^ (<u64>1 << last)
  for (; last >= 8; last -= 8) {
    const byte = <u64>load<u8>(next)
    if (!isAfterFull) {
      filled += byte << (last - 7)
      isAfterFull = byte == 0xff
      next++
    } else if (byte > 0x8f) {
      filled += <u64>0xff << (last - 7)
    } else {
      filled += byte << (last - 6)
      isAfterFull = false
      last++
      next++
    }
  }
  return filled | (<u64>1 << last)
}

// @ts-ignore: decorator
@inline
export function qeOf(state: u64): u64 {
  return state & QE
}

/** Figures C.16 and C.17, of the interval less Qe: the code is in the lower part, or that is the larger one, not both. */
// @ts-ignore: decorator
@inline
export function isLess(a: u64, c: u64, qe: u64): u64 {
  return <u64>(c < qe) ^ <u64>(a < qe)
}

// @ts-ignore: decorator
@inline
export function intervalOf(a: u64, c: u64, qe: u64): u64 {
  return select<u64>(qe, a, c < qe)
}

// @ts-ignore: decorator
@inline
export function codeOf(c: u64, qe: u64): u64 {
  return select<u64>(c, c - qe, c < qe)
}

/** The state that comes next. An interval whose upper bit is set is not renormalised. */
// @ts-ignore: decorator
@inline
export function follow(context: usize, state: u64, a: u64, less: u64): void {
  const row = STATES + (<usize>state & PLACE)
  store<u64>(context, load<u64>(row + (<usize>(a >> 63) << 3) + (<usize>less << 4)))
}

/** One decision, where few are made. */
export function decide(context: usize): u64 {
  let a = interval
  let c = code
  const state = load<u64>(context)
  const qe = qeOf(state)
  a -= qe
  const less = isLess(a, c, qe)
  a = intervalOf(a, c, qe)
  c = codeOf(c, qe)
  follow(context, state, a, less)
  c <<= clz(a)
  a <<= clz(a)
  if (<u32>c == 0) c = refill(c)
  keepRegisters(a, c)
  return (state ^ less) & 1
}
