// What the caller sees. ITU-T T.81 F.2.2: the blocks of one component, row after row.

import { END_OF_BLOCK, differenceAt, pairAt, setAcTable, setDcTable, singleAt } from './huffman-tables'
import { drawBlock, drawFlat } from './inverse-dct'
import { BLOCK, DIVISORS, GIVEN, PLACES, setDivisors } from './memory'
import { segmentEnd, takeSegment } from './segment'

export { segmentEnd, setAcTable, setDcTable, setDivisors, takeSegment }

export function given(): usize {
  return GIVEN
}

/** Nothing of ours lies behind. */
export function heap(): usize {
  return __heap_base
}

// The bits of the segment that come next, from the top; how many of them there are; and where those behind them are.
let bits: u64 = 0
let valid: u64 = 0
let next: usize = 0
let prediction: i32 = 0

/**
 * Draws the blocks from `first` up to, not with, `end` into a plane of `across` blocks a row, from a segment of `length`
 * bytes below `top`. False where its bits are no codes, run out, or are left over.
 */
export function drawSegment(first: i32, end: i32, across: i32, plane: usize, top: usize, length: usize): bool {
  bits = 0
  valid = 0
  next = top - 8
  prediction = 0
  // The lowest that there may be bits to fill up, and a block takes less than what is spare below.
  const lowest = next - length - 8
  const stride = <usize>across * 8
  let column = first % across
  let row = plane + <usize>(first / across) * 8 * stride
  for (let block = first; block < end; block++) {
    if (!decodeBlock(row + <usize>column * 8, stride) || next < lowest) return false
    if (++column < across) continue
    column = 0
    row += 8 * stride
  }
  const taken = ((top - 8 - next) << 3) - <usize>valid
  // F.1.2.3: less than a byte of padding.
  return taken <= length << 3 && (length << 3) - taken < 8
}

// The three numbers of the reader stay in variables, which saves a tenth of the time. Bits are filled up to 32 at least,
// since a code and its number have 31.
function decodeBlock(to: usize, stride: usize): bool {
  let coming = bits
  let count = valid
  let from = next
  if (count < 32) {
    coming |= load<u64>(from) >> count
    from -= <usize>((63 - count) >> 3)
    count |= 56
  }
  const difference = differenceAt(coming)
  if (difference == 0) return false
  coming <<= <u64>difference
  count -= difference & 63
  prediction += difference >> 8

  let k: usize = 0
  // Two coefficients come no further than 63 from here; from elsewhere the second might be of the next block.
  while (k < 32) {
    if (count < 32) {
      coming |= load<u64>(from) >> count
      from -= <usize>((63 - count) >> 3)
      count |= 56
    }
    const pair = pairAt(coming)
    if (pair == 0) return false
    coming <<= pair
    count -= pair & 63
    k += <usize>(pair >> 16) & 0xff
    put(k, <i32>(pair >> 32))
    k += <usize>(pair >> 24) & 0xff
    put(k, <i32>(pair >> 48))
  }
  while (k < 63) {
    if (count < 32) {
      coming |= load<u64>(from) >> count
      from -= <usize>((63 - count) >> 3)
      count |= 56
    }
    const one = singleAt(coming)
    if (one == 0) return false
    coming <<= one
    count -= one & 63
    k += <usize>(one >> 16) & 0xff
    put(k, <i32>(one >> 32))
  }
  bits = coming
  valid = count
  next = from
  draw(k, to, stride)
  return k == 63 || k >= END_OF_BLOCK
}

// @ts-ignore: decorator
@inline
function put(k: usize, coefficient: i32): void {
  store<i16>(BLOCK + load<u8>(PLACES + k), <i16>coefficient)
}

// @ts-ignore: decorator
@inline
function draw(k: usize, to: usize, stride: usize): void {
  if (k == END_OF_BLOCK) drawFlat(prediction * <i32>load<u16>(DIVISORS), to, stride)
  else {
    store<i16>(BLOCK, <i16>prediction)
    drawBlock(to, stride)
  }
}
