// The chunks of a code-block, one after the other, and sets of their samples.

import { SIGNIFICANT } from './memory'

const FIRST_ROW: u64 = 0x1111_1111_1111_1111
const LAST_ROW: u64 = 0x8888_8888_8888_8888

/** For a sample in each row, which ones come after it and have it for a neighbour, counted from the sample. */
const LATER: usize = memory.data<u8>([0b110010, 0b111010, 0b111010, 0b11000])

export let rows: usize = 0
export let columns: usize = 0
/** From a stripe to the next one, in bytes. */
export let setPitch: usize = 0

export const FIRST_CHUNK: usize = SIGNIFICANT + 8

export function setSize(width: usize, height: usize): void {
  columns = width
  rows = height
  setPitch = (chunksAcross() + 2) << 3
}

export function chunksAcross(): usize {
  return (columns + 15) >> 4
}

/** The samples of the chunk at `x` and `y` that the code-block has. */
// @ts-ignore: decorator
@inline
export function samplesThere(x: usize, y: usize): u64 {
  const inRows: u64 = rows - y < 4 ? FIRST_ROW * ((1 << <u64>(rows - y)) - 1) : -1
  return columns - x < 16 ? inRows & ((<u64>1 << (<u64>(columns - x) << 2)) - 1) : inRows
}

/** Those with significant samples around them, and these themselves. */
// @ts-ignore: decorator
@inline
export function nearSignificant(chunk: usize): u64 {
  const near = aboveAndBelow(chunk)
  return near | (near << 4) | (near >> 4) | (aboveAndBelow(chunk - 8) >> 60) | (aboveAndBelow(chunk + 8) << 60)
}

// @ts-ignore: decorator
@inline
function aboveAndBelow(chunk: usize): u64 {
  const own = load<u64>(chunk)
  const within = own | ((own << 1) & ~FIRST_ROW) | ((own >> 1) & ~LAST_ROW)
  const above = (load<u64>(chunk - setPitch) >> 3) & FIRST_ROW
  return within | above | ((load<u64>(chunk + setPitch) << 3) & LAST_ROW)
}

// @ts-ignore: decorator
@inline
export function laterNeighbours(sample: u64): u64 {
  return <u64>load<u8>(LATER + (<usize>sample & 3)) << sample
}
