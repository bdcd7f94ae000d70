// Deflate (RFC 1951) in the wrapping of zlib (RFC 1950), for pictures whose inflated size is known. Films are nearly all
// literals of a few bits, so one look at the bits gives up to three of them.

import { adler32 } from './adler32'
import {
  BACK,
  distanceTable,
  DISTANCE_ROOT,
  DISTANCES,
  END,
  filled,
  KIND,
  LITERALS,
  LITERALS_AND_LENGTHS,
  literalTable,
  PACKED,
  ROOT,
  SUBTABLE,
} from './code-tables'

/** Nothing of ours lies behind. */
export function heap(): usize {
  return __heap_base
}

/** So many bytes behind the deflated data, and behind the place for the inflated, are looked at or written to. */
export function spare(): i32 {
  return 288
}

const LENGTHS_TABLE: usize = memory.data(512, 16)
/** Lengths of codes: a byte for each symbol. */
const LENGTHS: usize = memory.data(320, 16)
const CODE_LENGTHS: usize = memory.data(19, 16)
/** 3.2.7: the order in which the lengths of the code for lengths are written. */
const ORDER: usize = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15])

/** Where the bits of an index stand that are two places up. */
const ROOT_PLACE: u32 = ((1 << ROOT) - 1) << 2
const DISTANCE_PLACE: u32 = ((1 << DISTANCE_ROOT) - 1) << 2

/** Bits that were read and not used yet, how many of them count, and where the next bytes are. */
let held: u64 = 0
let count: i32 = 0
let from: usize = 0
let end: usize = 0

/** From `input` to `inputEnd` all of a zlib stream; the inflated bytes are put to `to`, at most to `toEnd`. -1 where it is not sound. */
export function inflate(input: usize, inputEnd: usize, to: usize, toEnd: usize): i32 {
  const header = (<u32>load<u8>(input) << 8) | load<u8>(input + 1)
  // RFC 1950 2.2: deflate, no dictionary, and a check of these two bytes themselves.
  if ((header & 0x0f00) != 0x0800 || (header & 0x20) != 0 || header % 31 != 0) return -1
  held = 0
  count = 0
  from = input + 2
  end = inputEnd
  const start = to
  let isLast: u32 = 0
  while (isLast == 0) {
    refill()
    isLast = take(1)
    const kind = take(2)
    if (kind == 0) to = stored(to, toEnd)
    else if (kind == 1 ? fixedTables() : kind == 2 && writtenTables()) to = compressed(to, start, toEnd)
    else return -1
    if (to == 0) return -1
  }
  toWholeBytes()
  if (from + 4 > end || bswap<u32>(load<u32>(from)) != adler32(start, to)) return -1
  return <i32>(to - start)
}

// @ts-ignore: decorator
@inline
function refill(): void {
  held |= load<u64>(from) << count
  from += (63 - count) >> 3
  count |= 56
}

// @ts-ignore: decorator
@inline
function take(bits: i32): u32 {
  const value = <u32>held & ((1 << bits) - 1)
  held >>= bits
  count -= bits
  return value
}

/** The last byte that was read is read again. */
function putBack(): void {
  from--
  count -= 8
}

/** Bits up to the next byte are dropped, and bytes that were read ahead are put back. */
function toWholeBytes(): void {
  from -= count >> 3
  held = 0
  count = 0
}

/** 3.2.4. */
function stored(to: usize, toEnd: usize): usize {
  toWholeBytes()
  if (from + 4 > end) return 0
  const length = load<u16>(from)
  if (length != (load<u16>(from + 2) ^ 0xffff)) return 0
  from += 4
  if (from + length > end || to + length > toEnd) return 0
  memory.copy(to, from, length)
  from += length
  return to + length
}

/** 3.2.6. */
function fixedTables(): bool {
  memory.fill(LENGTHS, 8, 144)
  memory.fill(LENGTHS + 144, 9, 112)
  memory.fill(LENGTHS + 256, 7, 24)
  memory.fill(LENGTHS + 280, 8, 8)
  if (!literalTable(LENGTHS, LITERALS_AND_LENGTHS)) return false
  memory.fill(LENGTHS, 5, 32)
  return distanceTable(LENGTHS, 32)
}

/** 3.2.7. */
function writtenTables(): bool {
  refill()
  const literals: i32 = take(5) + 257
  const distances: i32 = take(5) + 1
  const lengths: i32 = take(4) + 4
  if (literals > 286 || distances > DISTANCES) return false
  memory.fill(CODE_LENGTHS, 0, 19)
  for (let i: i32 = 0; i < lengths; i++) {
    refill()
    store<u8>(CODE_LENGTHS + load<u8>(ORDER + i), <u8>take(3))
  }
  if (!filled(CODE_LENGTHS, 19, 7, LENGTHS_TABLE, LENGTHS_TABLE, true)) return false
  if (!readLengths(literals + distances)) return false
  return literalTable(LENGTHS, literals) && distanceTable(LENGTHS + literals, distances)
}

function readLengths(all: i32): bool {
  let at: i32 = 0
  while (at < all) {
    refill()
    if (from > end + 8) return false
    const entry = load<u32>(LENGTHS_TABLE + (<usize>(<u32>held & 127) << 2))
    if ((entry & 15) == 0) return false
    take(entry & 15)
    const symbol = entry >> 8
    if (symbol < 16) {
      store<u8>(LENGTHS + at++, <u8>symbol)
      continue
    }
    if (symbol == 16 && at == 0) return false
    const again: i32 = symbol == 16 ? 3 + take(2) : symbol == 17 ? 3 + take(3) : 11 + take(7)
    if (at + again > all) return false
    memory.fill(LENGTHS + at, symbol == 16 ? load<u8>(LENGTHS + at - 1) : 0, again)
    at += again
  }
  return true
}

/** A block by the tables: where it ends, or 0 where it is not sound. */
function compressed(to: usize, start: usize, toEnd: usize): usize {
  // Two places up, so that they are an index into a table of 32 bits as they stand. An entry of literals has nothing but
  // the length of their codes in the six bits by which 64 are shifted.
  if (count > 61) putBack()
  let bits = held << 2
  let left = count + 2
  let at = from
  const limit = end + 8
  while (true) {
    bits |= load<u64>(at) << left
    at += (63 - left) >> 3
    left |= 56
    if (at > limit || to > toEnd) return 0
    let entry = load<u32>(PACKED + <usize>(<u32>bits & ROOT_PLACE))
    if ((entry & KIND) == LITERALS) {
      store<u32>(to, entry >> 8)
      to += (entry >> 6) & 3
      bits >>= <u64>entry
      left -= entry & 15
      entry = load<u32>(PACKED + <usize>(<u32>bits & ROOT_PLACE))
      if ((entry & KIND) == LITERALS) {
        store<u32>(to, entry >> 8)
        to += (entry >> 6) & 3
        bits >>= <u64>entry
        left -= entry & 15
        entry = load<u32>(PACKED + <usize>(<u32>bits & ROOT_PLACE))
        if ((entry & KIND) == LITERALS) {
          store<u32>(to, entry >> 8)
          to += (entry >> 6) & 3
          bits >>= <u64>entry
          left -= entry & 15
          entry = load<u32>(PACKED + <usize>(<u32>bits & ROOT_PLACE))
          if ((entry & KIND) == LITERALS) {
            store<u32>(to, entry >> 8)
            to += (entry >> 6) & 3
            bits >>= <u64>entry
            left -= entry & 15
            continue
          }
        }
      }
      // A match takes up to 48 bits.
      bits |= load<u64>(at) << left
      at += (63 - left) >> 3
      left |= 56
    }
    if ((entry & KIND) == SUBTABLE) {
      const place = (entry >> 16) + (<u32>(bits >> (ROOT + 2)) & ((1 << ((entry >> 8) & 15)) - 1))
      entry = load<u32>(PACKED + (place << 2))
    }
    const length: i32 = entry & 15
    bits >>= length
    left -= length
    if ((entry & KIND) == LITERALS) {
      store<u8>(to++, <u8>(entry >> 8))
      continue
    }
    if ((entry & KIND) == END) {
      held = bits >> 2
      count = left - 2
      from = at
      return length == 0 ? 0 : to
    }
    let extra: i32 = (entry >> 8) & 7
    const size: usize = (entry >> 16) + (<u32>(bits >> 2) & ((1 << extra) - 1))
    bits >>= extra
    left -= extra
    let back = load<u32>(BACK + <usize>(<u32>bits & DISTANCE_PLACE))
    if ((back & KIND) == SUBTABLE) {
      const place = (back >> 16) + (<u32>(bits >> (DISTANCE_ROOT + 2)) & ((1 << ((back >> 8) & 15)) - 1))
      back = load<u32>(BACK + (place << 2))
    }
    if ((back & 15) == 0) return 0
    bits >>= back & 15
    left -= back & 15
    extra = (back >> 8) & 15
    const distance: usize = (back >> 16) + (<u32>(bits >> 2) & ((1 << extra) - 1))
    bits >>= extra
    left -= extra
    if (distance > to - start) return 0
    copied(to, distance, size)
    to += size
  }
}

/** Up to 15 bytes more than asked for are written. */
// @ts-ignore: decorator
@inline
function copied(to: usize, distance: usize, size: usize): void {
  const stop = to + size
  let source = to - distance
  if (distance >= 16) {
    do {
      v128.store(to, v128.load(source))
      to += 16
      source += 16
    } while (to < stop)
  } else if (distance == 1) {
    const same = i8x16.splat(load<u8>(source))
    do {
      v128.store(to, same)
      to += 16
    } while (to < stop)
  } else {
    do store<u8>(to++, load<u8>(source++))
    while (to < stop)
  }
}
