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

const workspace = new Int32Array(64)

export interface BlockTarget {
  readonly samples: Uint16Array
  readonly start: number
  readonly stride: number
  readonly precision: 8 | 12
}

/** The 64 coefficients at `at`, times the divisors (natural order), to samples of 0 to 2^precision - 1. */
export function inverseDct(
  coefficients: Int16Array,
  at: number,
  divisors: Int32Array,
  { samples, start, stride, precision }: BlockTarget,
): void {
  const passBits = PASS_BITS[precision]
  for (let i = 0; i < 64; i++) workspace[i] = Math.imul(coefficients[at + i]!, divisors[i]!)
  for (let column = 0; column < 8; column++) transformLine(workspace, column, 8, CONST_BITS - passBits)
  const middle = 1 << (precision - 1)
  const most = 2 ** precision - 1
  for (let row = 0; row < 8; row++) {
    transformLine(workspace, row * 8, 1, CONST_BITS + passBits + 3)
    const to = start + row * stride
    for (let i = 0; i < 8; i++) {
      const value = workspace[row * 8 + i]! + middle
      samples[to + i] = value < 0 ? 0 : value > most ? most : value
    }
  }
}

/** One dimension, in place, over eight values `step` apart, scaled down by `shift` bits. */
function transformLine(values: Int32Array, first: number, step: number, shift: number): void {
  const v0 = values[first]!
  const v1 = values[first + step]!
  const v2 = values[first + 2 * step]!
  const v3 = values[first + 3 * step]!
  const v4 = values[first + 4 * step]!
  const v5 = values[first + 5 * step]!
  const v6 = values[first + 6 * step]!
  const v7 = values[first + 7 * step]!

  // A flat line stays flat: what the whole of the below comes to then.
  if ((v1 | v2 | v3 | v4 | v5 | v6 | v7) === 0) {
    const flat = ((v0 << CONST_BITS) + (1 << (shift - 1))) >> shift
    for (let i = first; i <= first + 7 * step; i += step) values[i] = flat
    return
  }

  // Even part: the rotator is sqrt(2) * c(-6).
  const z1 = Math.imul(v2 + v6, FIX_0_541196100)
  const even2 = z1 - Math.imul(v6, FIX_1_847759065)
  const even3 = z1 + Math.imul(v2, FIX_0_765366865)
  const even0 = (v0 + v4) << CONST_BITS
  const even1 = (v0 - v4) << CONST_BITS
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

  const half = 1 << (shift - 1)
  values[first] = (e0 + o3 + half) >> shift
  values[first + 7 * step] = (e0 - o3 + half) >> shift
  values[first + step] = (e1 + o2 + half) >> shift
  values[first + 6 * step] = (e1 - o2 + half) >> shift
  values[first + 2 * step] = (e2 + o1 + half) >> shift
  values[first + 5 * step] = (e2 - o1 + half) >> shift
  values[first + 3 * step] = (e3 + o0 + half) >> shift
  values[first + 4 * step] = (e3 - o0 + half) >> shift
}
