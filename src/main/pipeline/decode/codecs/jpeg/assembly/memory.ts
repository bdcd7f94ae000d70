// Where everything lies that the parts share. What the caller brings lies behind `__heap_base`.

/** What the caller sets: a Huffman table as DHT has it, 16 counts and up to 256 values, or 64 divisors. */
export const GIVEN: usize = memory.data(16 + 256)

/** 64 divisors of 16 bits, row after row. */
export const DIVISORS: usize = memory.data(128, 16)

/** 64 coefficients of 16 bits, row after row, all 0 between blocks, and one more place, which nobody reads. */
export const BLOCK: usize = memory.data(128 + 16, 16)

/** For each index in a scan where that coefficient lies in `BLOCK`, in bytes; beyond 63 that is where nobody reads. */
export const PLACES: usize = memory.data(256)

// ITU-T T.81 figure A.6.
// prettier-ignore
const ZIGZAG: usize = memory.data<u8>([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55,
  62, 63,
])

memory.fill(PLACES, 128, 256)
for (let k: usize = 0; k < 64; k++) store<u8>(PLACES + k, 2 * load<u8>(ZIGZAG + k))

/** Takes what is `GIVEN`: 64 divisors of 8 bits, in the order of a scan. */
export function setDivisors(): void {
  for (let k: usize = 0; k < 64; k++) store<u16>(DIVISORS + load<u8>(PLACES + k), load<u8>(GIVEN + k))
}
