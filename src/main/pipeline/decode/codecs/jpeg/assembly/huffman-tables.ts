// ITU-T T.81 annex C and F.2.2: a code and the number behind it at one look. Entries are 0 where that is not enough.

import { GIVEN } from './memory'

/** Bits at one look. Tables for more would not stay near the processor. */
const QUICK_BITS: u32 = 12
const QUICK_SIZE: u32 = 1 << QUICK_BITS

/** Entries of 32 bits: how many bits were taken, and the difference above eight bits. */
const DIFFERENCES: usize = memory.data(4 << 12, 16)

/**
 * Entries of 64 bits, from the lowest: how many bits were taken (16); how far a coefficient lies behind the one before
 * (8), and a second one behind the first (8); the first (16) and the second (16). In `SINGLES` the second is the first
 * once more, 0 behind itself. `PAIRS` have two wherever they are told by one look, which saves a third of the looks.
 */
const SINGLES: usize = memory.data(8 << 12, 16)
const PAIRS: usize = memory.data(8 << 12, 16)

/** How far the end of a block lies behind: more than a block and a run come to. */
export const END_OF_BLOCK: usize = 128

// F.2.2.3, for longer codes: for each length the first code above those of that length, as 16 bits from the top; for
// each length what turns a code into the place of its value; the values.
const DC_CODES: usize = memory.data(512)
const AC_CODES: usize = memory.data(512)
const OFFSETS: usize = 4 * 17
const VALUES: usize = 8 * 17

/** Takes the table that is `GIVEN`; false where it is none. */
export function setDcTable(): bool {
  memory.fill(DIFFERENCES, 0, QUICK_SIZE << 2)
  return setTable(DC_CODES, false)
}

export function setAcTable(): bool {
  memory.fill(SINGLES, 0, QUICK_SIZE << 3)
  const isTable = setTable(AC_CODES, true)
  makePairs()
  return isTable
}

function setTable(codes: usize, isAc: bool): bool {
  memory.copy(codes + VALUES, GIVEN + 16, 256)
  let code: u32 = 0
  let first: i32 = 0
  for (let length: i32 = 1; length <= 16; length++, code <<= 1) {
    const count = <i32>load<u8>(GIVEN + length - 1)
    if (<i32>code + count > 1 << length || first + count > 256) return false
    store<i32>(codes + OFFSETS + 4 * length, first - <i32>code)
    for (let i: i32 = 0; i < count; i++, code++, first++) {
      const value = <i32>load<u8>(codes + VALUES + first)
      // F.1.2.1: a difference has 15 bits at most, of which films use 12.
      if (!isAc && value > 15) return false
      if (isAc) fillSingles(code, length, value)
      else fillDifferences(code, length, value)
    }
    store<i32>(codes + 4 * length, code << (16 - length))
  }
  return true
}

function fillDifferences(code: u32, length: i32, size: i32): void {
  const taken = length + size
  if (taken > <i32>QUICK_BITS) return
  const span: u32 = 1 << (QUICK_BITS - taken)
  let at = code << (QUICK_BITS - length)
  for (let bits: i32 = 0; bits < 1 << size; bits++) {
    const entry = (extended(bits, size) << 8) | taken
    for (const end = at + span; at < end; at++) store<i32>(DIFFERENCES + (at << 2), entry)
  }
}

function fillSingles(code: u32, length: i32, value: i32): void {
  const size = value & 15
  const taken = length + size
  if (taken > <i32>QUICK_BITS) return
  const span: u32 = 1 << (QUICK_BITS - taken)
  let at = code << (QUICK_BITS - length)
  for (let bits: i32 = 0; bits < 1 << size; bits++) {
    const entry = single(value, extended(bits, size), taken)
    for (const end = at + span; at < end; at++) store<u64>(SINGLES + (at << 3), entry)
  }
}

/** F.1.2.2.1: a run of zeros and a number. 0xF0 is sixteen zeros, as which a zero after fifteen serves. */
function single(value: i32, number: i32, taken: i32): u64 {
  const ends = (value & 15) == 0 && value != 0xf0
  const advance = ends ? <u64>END_OF_BLOCK : <u64>((value >> 4) + 1)
  const sixteen = <u64>(number & 0xffff)
  return (sixteen << 48) | (sixteen << 32) | (advance << 16) | taken
}

function makePairs(): void {
  for (let at: u32 = 0; at < QUICK_SIZE; at++) {
    const first = load<u64>(SINGLES + (at << 3))
    const taken = <u32>first & 63
    const next = load<u64>(SINGLES + (((at << taken) & (QUICK_SIZE - 1)) << 3))
    const both = taken + (<u32>next & 63)
    const ends = ((first >> 16) & END_OF_BLOCK) != 0
    const pair =
      (next & 0xffff_0000_0000_0000) | (((next >> 16) & 0xff) << 24) | (first & 0x0000_ffff_00ff_0000) | both
    const isPair = first != 0 && !ends && next != 0 && both <= QUICK_BITS
    store<u64>(PAIRS + (at << 3), isPair ? pair : first)
  }
}

/** The difference that the bits start with, as in `DIFFERENCES`; 0 where they are no code. */
// @ts-ignore: decorator
@inline
export function differenceAt(bits: u64): i32 {
  const entry = load<i32>(DIFFERENCES + (<usize>(bits >> (64 - QUICK_BITS)) << 2))
  return entry != 0 ? entry : longDifference(bits)
}

/** A coefficient or two, as in `PAIRS`; 0 where the bits are no code. */
// @ts-ignore: decorator
@inline
export function pairAt(bits: u64): u64 {
  const entry = load<u64>(PAIRS + (<usize>(bits >> (64 - QUICK_BITS)) << 3))
  return entry != 0 ? entry : longCoefficient(bits)
}

/** One coefficient, as in `SINGLES`; 0 where the bits are no code. */
// @ts-ignore: decorator
@inline
export function singleAt(bits: u64): u64 {
  const entry = load<u64>(SINGLES + (<usize>(bits >> (64 - QUICK_BITS)) << 3))
  return entry != 0 ? entry : longCoefficient(bits)
}

function longDifference(bits: u64): i32 {
  const length = lengthOf(DC_CODES, bits)
  if (length == 0) return 0
  const size = valueOf(DC_CODES, bits, length)
  return (numberAt(bits << length, size) << 8) | (length + size)
}

function longCoefficient(bits: u64): u64 {
  const length = lengthOf(AC_CODES, bits)
  if (length == 0) return 0
  const value = valueOf(AC_CODES, bits, length)
  const size = value & 15
  return single(value, numberAt(bits << length, size), length + size)
}

/** Of the code that the bits start with; 0 where there is none. */
function lengthOf(codes: usize, bits: u64): i32 {
  for (let length: i32 = 1; length <= 16; length++) {
    if (<i32>(bits >> 48) < load<i32>(codes + 4 * length)) return length
  }
  return 0
}

function valueOf(codes: usize, bits: u64, length: i32): i32 {
  const place = <i32>(bits >> (64 - length)) + load<i32>(codes + OFFSETS + 4 * length)
  return <i32>load<u8>(codes + VALUES + place)
}

function numberAt(bits: u64, size: i32): i32 {
  return size == 0 ? 0 : extended(<i32>(bits >> (64 - size)), size)
}

/** F.2.2.1, EXTEND: a number whose top bit is 0 is negative. */
function extended(value: i32, bits: i32): i32 {
  return bits != 0 && value < 1 << (bits - 1) ? value - (1 << bits) + 1 : value
}
