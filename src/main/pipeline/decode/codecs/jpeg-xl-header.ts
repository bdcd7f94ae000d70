// ISO/IEC 18181-1 annex D: what a JPEG XL codestream says of itself first. Bits come lowest first.

import { HilumError } from '../../../../shared/errors.ts'

export interface JpegXlHeader {
  readonly rows: number
  readonly columns: number
  readonly precision: number
}

export function jpegXlHeader(codestream: Buffer): JpegXlHeader {
  const start = startOf(codestream)
  if (start < 0) throw new HilumError('DECODE_DAMAGED', 'it is no JPEG XL codestream')
  const bits = bitsOf(codestream.subarray(start + 2, start + 2 + MOST_BYTES))
  return { ...size(bits), precision: precision(bits) }
}

const MOST_BYTES = 64
const BARE = Buffer.from([0xff, 0x0a])

/** 18181-2: bare, or in a box of its own, or the first of several, which begin with a number of four bytes. */
function startOf(codestream: Buffer): number {
  if (codestream.subarray(0, 2).equals(BARE)) return 0
  for (let at = 0; at + 14 <= codestream.length; at += Math.max(codestream.readUInt32BE(at), 8)) {
    const kind = codestream.toString('latin1', at + 4, at + 8)
    const start = kind === 'jxlc' ? at + 8 : kind === 'jxlp' ? at + 12 : -1
    if (start >= 0) return codestream.subarray(start, start + 2).equals(BARE) ? start : -1
  }
  return -1
}

type Bits = (count: number) => number

function bitsOf(bytes: Buffer): Bits {
  let at = 0
  return (count) => {
    let value = 0
    for (let i = 0; i < count; i++, at++) value += (((bytes[at >>> 3] ?? 0) >>> (at & 7)) & 1) * 2 ** i
    return value
  }
}

/** D.2. The width may be told as one of seven ratios to the height. */
function size(bits: Bits): { rows: number; columns: number } {
  const inEights = bits(1) === 1
  const side = (): number => (inEights ? 8 * (bits(5) + 1) : bits([9, 13, 18, 30][bits(2)]!) + 1)
  const rows = side()
  const ratio = RATIOS[bits(3)] ?? null
  return { rows, columns: ratio === null ? side() : Math.floor((rows * ratio[0]) / ratio[1]) }
}

const RATIOS = [null, [1, 1], [12, 10], [4, 3], [3, 2], [16, 9], [5, 4], [2, 1]] as const

/** D.3 and D.3.4. */
function precision(bits: Bits): number {
  const allDefault = bits(1) === 1
  if (allDefault) return 8
  if (bits(1) === 1) {
    const orientation = bits(3)
    const hasOwnSize = bits(1) === 1
    if (hasOwnSize) size(bits)
    const [hasPreview, isAnimated] = [bits(1) === 1, bits(1) === 1]
    if (orientation !== 0 || hasPreview || isAnimated) throw noFilm('is turned, or more than one picture')
  }
  if (bits(1) === 1) throw noFilm('has numbers with a decimal point')
  const among = bits(2)
  return [8, 10, 12][among] ?? bits(6) + 1
}

function noFilm(what: string): HilumError {
  return new HilumError('DECODE_UNSUPPORTED', `its JPEG XL codestream ${what}`)
}
