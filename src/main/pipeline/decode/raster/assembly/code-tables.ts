// Tables by which the codes of deflate (RFC 1951) are read, many bits at one look.

// An entry of a table: bits 0-3 the length of the code, or of all codes of its literals; 0 where no code begins so.
// Bits 4-5 say what it is.
export const LITERALS: u32 = 0x00 // bits 6-7 how many, bits 8-31 they themselves
export const MATCH: u32 = 0x10 // bits 8-10 extra bits, bits 16-24 the least length
export const SUBTABLE: u32 = 0x20 // bits 8-11 bits of the index into it, bits 16-31 where it begins
export const END: u32 = 0x30
export const KIND: u32 = 0x30

export const ROOT: i32 = 10
export const DISTANCE_ROOT: i32 = 8
const LONGEST: i32 = 15
/** RFC 1951 3.2.5. */
export const LITERALS_AND_LENGTHS: i32 = 288
export const DISTANCES: i32 = 30

/** For a look that gives one literal at most. */
const SINGLES: usize = memory.data(4096, 16)
/** For one that gives more, and behind it the tables for codes longer than ROOT: fewer than 288 of 32 entries. */
export const PACKED: usize = memory.data(40960, 16)
/** And for distances: the tables for codes longer than DISTANCE_ROOT are at most 30 of 128 entries. */
export const BACK: usize = memory.data(16384, 16)
const COUNTS: usize = memory.data(64, 16)
const NEXT: usize = memory.data(64, 16)
/** Of the codes that begin with these bits, the longest. */
const LONGEST_OF: usize = memory.data(1024, 16)

export function literalTable(lengths: usize, symbols: i32): bool {
  if (!filled(lengths, symbols, ROOT, SINGLES, PACKED, true)) return false
  for (let i: u32 = 0; i < 1 << ROOT; i++) store<u32>(PACKED + (i << 2), packed(i))
  describeLiterals(PACKED + (4 << ROOT), subEnd)
  return true
}

/** As many literals as these bits hold whole. */
function packed(bits: u32): u32 {
  const first = meaning(load<u32>(SINGLES + (bits << 2)))
  if ((first & KIND) != LITERALS || (first & 15) == 0) return first
  let entry = first
  for (let shift: u32 = 16; shift < 32; shift += 8) {
    const used = entry & 15
    const next = load<u32>(SINGLES + ((bits >> used) << 2))
    const symbol = next >> 8
    if ((next & KIND) == SUBTABLE || (next & 15) == 0 || symbol > 255) return entry
    if (<i32>(used + (next & 15)) > ROOT) return entry
    entry = (entry + (next & 15) + 0x40) | (symbol << shift)
  }
  return entry
}

function describeLiterals(table: usize, tableEnd: usize): void {
  for (; table < tableEnd; table += 4) store<u32>(table, meaning(load<u32>(table)))
}

/** Of an entry with a symbol, what the symbol means. */
function meaning(entry: u32): u32 {
  const length = entry & 15
  if ((entry & KIND) == SUBTABLE) return entry
  if (length == 0) return END
  const symbol = entry >> 8
  if (symbol < 256) return LITERALS | length | 0x40 | (symbol << 8)
  if (symbol == 256) return END | length
  if (symbol == 285) return MATCH | length | (258 << 16)
  if (symbol > 285) return END
  // 3.2.5: four lengths a bit from 265 on, and before that one for each symbol.
  const place = symbol - 257
  const extra: u32 = place < 8 ? 0 : (place >> 2) - 1
  const least: u32 = place < 8 ? 3 + place : 3 + ((4 + (place & 3)) << extra)
  return MATCH | length | (extra << 8) | (least << 16)
}

export function distanceTable(lengths: usize, symbols: i32): bool {
  if (!filled(lengths, symbols, DISTANCE_ROOT, BACK, BACK, false)) return false
  for (let at = BACK; at < subEnd; at += 4) store<u32>(at, distanceOf(load<u32>(at)))
  return true
}

function distanceOf(entry: u32): u32 {
  const symbol = entry >> 8
  if ((entry & KIND) == SUBTABLE || (entry & 15) == 0) return entry
  if (symbol >= <u32>DISTANCES) return 0
  // Two distances a bit.
  const extra: u32 = symbol < 4 ? 0 : (symbol >> 1) - 1
  const least: u32 = symbol < 4 ? 1 + symbol : 1 + ((2 + (symbol & 1)) << extra)
  return (entry & 15) | (extra << 8) | (least << 16)
}

/** Where the tables end that `filled` has put last. */
let subEnd: usize = 0

/**
 * 3.2.2: codes of one length follow each other in the order of their symbols. Entries of `root`, and for longer codes of
 * tables behind the place where `sub` has its root, are the symbol above the length of its code.
 */
export function filled(
  lengths: usize,
  symbols: i32,
  rootBits: i32,
  root: usize,
  sub: usize,
  mustBeWhole: bool,
): bool {
  memory.fill(COUNTS, 0, 64)
  for (let i: i32 = 0; i < symbols; i++) {
    const at = COUNTS + (<usize>load<u8>(lengths + i) << 2)
    store<u32>(at, load<u32>(at) + 1)
  }
  let code: u32 = 0
  let used: i32 = 0
  store<u32>(COUNTS, 0)
  for (let length: i32 = 1; length <= LONGEST; length++) {
    const there = load<u32>(COUNTS + (length << 2))
    code = (code + load<u32>(COUNTS + ((length - 1) << 2))) << 1
    store<u32>(NEXT + (length << 2), code)
    used += there
    if (code + there > <u32>(1 << length)) return false
  }
  const isWhole = code + load<u32>(COUNTS + (LONGEST << 2)) == 1 << LONGEST
  // Of distances there may be none, or one of a bit.
  if (!isWhole && (mustBeWhole || used > 1 || used != load<i32>(COUNTS + 4))) return false
  memory.fill(root, 0, 4 << rootBits)
  memory.fill(LONGEST_OF, 0, 1 << rootBits)
  subEnd = sub + (4 << rootBits)
  for (let i: i32 = 0; i < symbols; i++) {
    const length: i32 = load<u8>(lengths + i)
    if (length == 0) continue
    const at = NEXT + (length << 2)
    const own = load<u32>(at)
    store<u32>(at, own + 1)
    if (length <= rootBits) {
      const entry = (<u32>i << 8) | length
      for (let bits = reversed(own, length); bits < 1 << rootBits; bits += 1 << length)
        store<u32>(root + (bits << 2), entry)
    } else {
      const prefix = reversed(own, length) & ((1 << rootBits) - 1)
      if (load<u8>(LONGEST_OF + prefix) < <u8>length) store<u8>(LONGEST_OF + prefix, <u8>length)
    }
  }
  longCodes(lengths, symbols, rootBits, root, sub)
  return true
}

function longCodes(lengths: usize, symbols: i32, rootBits: i32, root: usize, sub: usize): void {
  for (let prefix: u32 = 0; prefix < 1 << rootBits; prefix++) {
    const longest: i32 = load<u8>(LONGEST_OF + prefix)
    if (longest == 0) continue
    const bits = longest - rootBits
    store<u32>(root + (prefix << 2), SUBTABLE | 1 | (bits << 8) | (<u32>((subEnd - sub) >> 2) << 16))
    memory.fill(subEnd, 0, 4 << bits)
    subEnd += 4 << bits
  }
  // Codes of each length are gone through once more, from the first.
  for (let length: i32 = 1; length <= LONGEST; length++) {
    const at = NEXT + (length << 2)
    store<u32>(at, load<u32>(at) - load<u32>(COUNTS + (length << 2)))
  }
  for (let i: i32 = 0; i < symbols; i++) {
    const length: i32 = load<u8>(lengths + i)
    if (length <= rootBits) continue
    const at = NEXT + (length << 2)
    const own = load<u32>(at)
    store<u32>(at, own + 1)
    const bits = reversed(own, length)
    const table = load<u32>(root + ((bits & ((1 << rootBits) - 1)) << 2))
    const size: u32 = 1 << ((table >> 8) & 15)
    const first = sub + ((table >> 16) << 2)
    for (let place = bits >> rootBits; place < size; place += 1 << (length - rootBits))
      store<u32>(first + (place << 2), (<u32>i << 8) | length)
  }
}

/** Codes are written from their highest bit on, all else from its lowest. */
function reversed(code: u32, length: i32): u32 {
  let bits: u32 = 0
  for (let i: i32 = 0; i < length; i++) bits |= ((code >> i) & 1) << (length - 1 - i)
  return bits
}
