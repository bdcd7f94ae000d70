// What a sample knows of the eight around it. A column of a stripe has six groups of four bits, for the row above, its
// own four, and the row below: from the lowest, whether the sample on the left is significant, whether its own is, and
// whether that on the right is. The same 32 bits higher stand the signs of those that are.

import { CONTEXTS } from './memory'

/** D.3.1, for each kind of sub-band: by three groups, where in `CONTEXTS` the context of a sample lies. */
const SIGNIFICANCE: usize = memory.data(4 << 11)

/** D.3.2: where the context of a sign lies, and in the last bit whether the sign is turned. */
const SIGNS: usize = memory.data(1 << 10)

// In three groups: all, those of `SIGNS`, and all but the sample itself.
const THREE_BY_THREE: usize = 0x777
const CROSS: usize = 0x252
const AROUND: u64 = 0x757

/** For the first and the last row of a stripe: how far away the next stripe's column is, and by how much what it knows. */
const EDGES: usize = memory.data(16 * 4, 16)

for (let groups: u32 = 0; groups < 1 << 11; groups++) {
  const across = bit(groups, 4) + bit(groups, 6)
  const down = bit(groups, 1) + bit(groups, 9)
  const diagonal = bit(groups, 0) + bit(groups, 2) + bit(groups, 8) + bit(groups, 10)
  const to = SIGNIFICANCE + groups
  store<u8>(to, 8 * significance(across, down, diagonal))
  store<u8>(to, 8 * significance(down, across, diagonal), 1 << 11)
  store<u8>(to, 8 * significance(across, down, diagonal), 2 << 11)
  store<u8>(to, 8 * significanceOfDiagonal(across + down, diagonal), 3 << 11)
}

for (let cross: u32 = 0; cross < 1 << 10; cross++) {
  const across = contribution(cross, 4) + contribution(cross, 6)
  const down = contribution(cross, 1) + contribution(cross, 9)
  store<u8>(SIGNS + cross, signContext(max(-1, min(1, across)), max(-1, min(1, down))))
}

function bit(groups: u32, at: u32): u32 {
  return (groups >> at) & 1
}

/** Table D.1, LL and LH; HL has it with across and down exchanged. */
function significance(across: u32, down: u32, diagonal: u32): u8 {
  if (across == 2) return 8
  if (across == 1) return down > 0 ? 7 : diagonal > 0 ? 6 : 5
  return <u8>(down > 0 ? 2 + down : min(diagonal, 2))
}

/** Table D.1, HH. */
function significanceOfDiagonal(cross: u32, diagonal: u32): u8 {
  if (diagonal >= 3) return 8
  if (diagonal == 2) return cross > 0 ? 7 : 6
  return <u8>((diagonal == 1 ? 3 : 0) + min(cross, 2))
}

/** Table D.2: a sign stands below the bit that says that there is one. */
function contribution(cross: u32, at: u32): i32 {
  return bit(cross, at) == 0 ? 0 : 1 - 2 * <i32>bit(cross, at - 1)
}

/** Table D.3. */
function signContext(across: i32, down: i32): u8 {
  const isTurned = across < 0 || (across == 0 && down < 0)
  const context = across == 0 ? 9 + abs(down) : 12 + across * down
  return <u8>((8 * context) | <i32>isTurned)
}

export function significanceOf(kind: usize): usize {
  return SIGNIFICANCE + (kind << 11)
}

/** `groups` are a column's from the sample's upper neighbours on. */
// @ts-ignore: decorator
@inline
export function contextOf(groups: u64, table: usize): usize {
  return CONTEXTS + load<u8>(table + (<usize>groups & THREE_BY_THREE))
}

/** As in `SIGNS`. */
// @ts-ignore: decorator
@inline
export function signOf(groups: u64): usize {
  return load<u8>(SIGNS + ((<usize>groups & CROSS) | (<usize>(groups >> 33) & (CROSS >> 1))))
}

// @ts-ignore: decorator
@inline
export function hasNeighbours(groups: u64): bool {
  return (groups & AROUND) != 0
}

export function setColumnPitch(pitch: usize): void {
  for (let row: usize = 0; row < 4; row++) {
    const isFirst = row == 0
    const isLast = row == 3
    const edge = EDGES + (row << 4)
    store<i32>(edge, isLast ? <i32>pitch : -(<i32>pitch))
    store<i32>(edge, isFirst ? 20 : 0, 4)
    store<i64>(edge, isFirst || isLast ? -1 : 0, 8)
  }
}

/** Tells those around the sample in `row` of the column at `at` that it is significant. Branches would be foretold ill. */
// @ts-ignore: decorator
@inline
export function tellNeighbours(at: usize, row: usize, sign: u64): void {
  const known = 1 | (sign << 32)
  const own = known << (<u64>row << 2)
  store<u64>(at - 8, load<u64>(at - 8) | (own << 6))
  store<u64>(at, load<u64>(at) | (own << 5))
  store<u64>(at + 8, load<u64>(at + 8) | (own << 4))
  const edge = EDGES + (row << 4)
  const beyond = at + load<i32>(edge)
  const other = (known & load<u64>(edge, 8)) << <u64>load<u32>(edge, 4)
  store<u64>(beyond - 8, load<u64>(beyond - 8) | (other << 2))
  store<u64>(beyond, load<u64>(beyond) | (other << 1))
  store<u64>(beyond + 8, load<u64>(beyond + 8) | other)
}
