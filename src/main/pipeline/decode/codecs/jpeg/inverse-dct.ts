// The accurate integer inverse DCT of Loeffler, Ligtenberg and Moschytz (ICASSP 1989), with the constants and the
// roundings of libjpeg's jidctint.c, so that the samples are the same as there.

const CONST_BITS = 13
// Bits of fraction kept between the passes: what 32-bit products leave.
const PASS_BITS = { 8: 2, 12: 1 } as const

// x * 2^13, rounded.
const FIX_0_298631336 = 2446
const FIX_0_390180644 = 3196
const FIX_0_541196100 = 4433
const FIX_0_765366865 = 6270
const FIX_0_899976223 = 7373
const FIX_1_175875602 = 9633
const FIX_1_501321110 = 12299
const FIX_1_847759065 = 15137
const FIX_1_961570560 = 16069
const FIX_2_053119869 = 16819
const FIX_2_562915447 = 20995
const FIX_3_072711026 = 25172

export interface BlockTarget {
  readonly samples: Uint8Array | Uint16Array
  readonly stride: number
  /** Moves from block to block. */
  start: number
  readonly precision: 8 | 12
}

const columns = new Int32Array(64)
const rows = new Int32Array(64)

/** The 64 coefficients at `at`, times the divisors (both in natural order), to samples of 0 to 2^precision - 1. */
export function inverseDct(
  coefficients: Int16Array,
  at: number,
  divisors: Int32Array,
  target: BlockTarget,
): void {
  for (let i = 0; i < 64; i++) columns[transposed(i)] = Math.imul(coefficients[at + i]!, divisors[i]!)
  drawBlock(columns, target)
}

/** Where a place of a block in natural order is when the block lies column after column. */
export function transposed(place: number): number {
  return ((place & 7) << 3) | (place >> 3)
}

/** The same of coefficients that are multiplied already and lie column after column. They are overwritten. */
export function drawBlock(block: Int32Array, { samples, start, stride, precision }: BlockTarget): void {
  const passBits = PASS_BITS[precision]
  transformLines(block, rows, CONST_BITS - passBits)
  transformLines(rows, block, CONST_BITS + passBits + 3)
  const middle = 1 << (precision - 1)
  const most = 2 ** precision - 1
  for (let row = 0; row < 8; row++) {
    const to = start + row * stride
    for (let i = 0; i < 8; i++) {
      const value = block[i * 8 + row]! + middle
      samples[to + i] = value < 0 ? 0 : value > most ? most : value
    }
  }
}

/** One dimension, scaled down by `shift` bits: lines of eight that follow each other become columns. */
function transformLines(lines: Int32Array, turned: Int32Array, shift: number): void {
  const half = 1 << (shift - 1)
  for (let line = 0; line < 8; line++) {
    const from = line * 8
    const v0 = lines[from]!
    const v1 = lines[from + 1]!
    const v2 = lines[from + 2]!
    const v3 = lines[from + 3]!
    const v4 = lines[from + 4]!
    const v5 = lines[from + 5]!
    const v6 = lines[from + 6]!
    const v7 = lines[from + 7]!

    // A flat line stays flat: what the whole of the below comes to then.
    if ((v1 | v2 | v3 | v4 | v5 | v6 | v7) === 0) {
      const flat = ((v0 << CONST_BITS) + half) >> shift
      for (let i = line; i < 64; i += 8) turned[i] = flat
      continue
    }

    // Even part: the rotator is sqrt(2) * c(-6).
    const z1 = Math.imul(v2 + v6, FIX_0_541196100)
    const even2 = z1 - Math.imul(v6, FIX_1_847759065)
    const even3 = z1 + Math.imul(v2, FIX_0_765366865)
    const even0 = ((v0 + v4) << CONST_BITS) + half
    const even1 = ((v0 - v4) << CONST_BITS) + half
    const e0 = even0 + even3
    const e3 = even0 - even3
    const e1 = even1 + even2
    const e2 = even1 - even2

    // Odd part, figure 8 of the paper.
    const z5 = Math.imul(v7 + v3 + v5 + v1, FIX_1_175875602)
    const za = Math.imul(v7 + v1, -FIX_0_899976223)
    const zb = Math.imul(v5 + v3, -FIX_2_562915447)
    const zc = z5 - Math.imul(v7 + v3, FIX_1_961570560)
    const zd = z5 - Math.imul(v5 + v1, FIX_0_390180644)
    const o0 = Math.imul(v7, FIX_0_298631336) + za + zc
    const o1 = Math.imul(v5, FIX_2_053119869) + zb + zd
    const o2 = Math.imul(v3, FIX_3_072711026) + zb + zc
    const o3 = Math.imul(v1, FIX_1_501321110) + za + zd

    turned[line] = (e0 + o3) >> shift
    turned[line + 8] = (e1 + o2) >> shift
    turned[line + 16] = (e2 + o1) >> shift
    turned[line + 24] = (e3 + o0) >> shift
    turned[line + 32] = (e3 - o0) >> shift
    turned[line + 40] = (e2 - o1) >> shift
    turned[line + 48] = (e1 - o2) >> shift
    turned[line + 56] = (e0 - o3) >> shift
  }
}
