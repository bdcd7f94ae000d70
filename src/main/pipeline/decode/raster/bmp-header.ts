// The two headers of a Windows bitmap: BITMAPFILEHEADER, then BITMAPCOREHEADER or BITMAPINFOHEADER and its successors.

import { HilumError } from '../../../../shared/errors.ts'
import type { FilmFile } from '../../film.ts'

export type BmpCompression = 'none' | 'rle8' | 'rle4' | 'masks'

export interface BmpHeader {
  readonly rows: number
  readonly columns: number
  readonly topDown: boolean
  readonly bitsPerPixel: 1 | 4 | 8 | 16 | 24 | 32
  readonly compression: BmpCompression
  /** Red, green, blue; for 16 and 32 bits. */
  readonly masks: readonly [number, number, number]
  /** Red, green, blue of each entry, interleaved; empty above 8 bits. */
  readonly palette: Uint8Array
  readonly pixelsAt: number
}

const CORE_HEADER = 12
const INFO_HEADER = 40

export function bmpHeader({ name, bytes }: FilmFile): BmpHeader {
  if (bytes.length < 54 && bytes.length < 14 + CORE_HEADER) throw cutShort(name)
  const headerSize = bytes.readUInt32LE(14)
  if (bytes.length < 14 + headerSize) throw cutShort(name)
  const core = headerSize === CORE_HEADER
  const height = core ? bytes.readUInt16LE(20) : bytes.readInt32LE(22)
  const bitsPerPixel = bytes.readUInt16LE(core ? 24 : 28)
  const compressionCode = core ? 0 : bytes.readUInt32LE(30)
  if (!isDepth(bitsPerPixel)) throw unsupported(name, `${bitsPerPixel} bits a pixel`)
  return {
    rows: Math.abs(height),
    columns: core ? bytes.readUInt16LE(18) : bytes.readInt32LE(18),
    topDown: height < 0,
    bitsPerPixel,
    compression: compressionOf(name, compressionCode, bitsPerPixel),
    masks: masksOf(bytes, bitsPerPixel, compressionCode),
    palette: bitsPerPixel <= 8 ? paletteOf(bytes, headerSize, bitsPerPixel) : new Uint8Array(0),
    pixelsAt: bytes.readUInt32LE(10),
  }
}

function isDepth(bits: number): bits is BmpHeader['bitsPerPixel'] {
  return [1, 4, 8, 16, 24, 32].includes(bits)
}

function compressionOf(name: string, code: number, bits: number): BmpCompression {
  if (code === 0) return 'none'
  if (code === 1 && bits === 8) return 'rle8'
  if (code === 2 && bits === 4) return 'rle4'
  if ((code === 3 || code === 6) && (bits === 16 || bits === 32)) return 'masks'
  throw unsupported(name, `compression ${code} at ${bits} bits a pixel`)
}

/** The masks follow a 40-byte header, or are part of a longer one: the same place. */
function masksOf(bytes: Buffer, bits: number, compressionCode: number): readonly [number, number, number] {
  const at = 14 + INFO_HEADER
  if ((compressionCode === 3 || compressionCode === 6) && bytes.length >= at + 12) {
    return [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at + 8)]
  }
  return bits === 16 ? [0x7c00, 0x03e0, 0x001f] : [0xff0000, 0x00ff00, 0x0000ff]
}

function paletteOf(bytes: Buffer, headerSize: number, bits: number): Uint8Array {
  const stride = headerSize === CORE_HEADER ? 3 : 4
  const used = headerSize === CORE_HEADER ? 0 : bytes.readUInt32LE(46)
  const entries = used > 0 && used <= 2 ** bits ? used : 2 ** bits
  const palette = new Uint8Array(2 ** bits * 3)
  for (
    let entry = 0, at = 14 + headerSize;
    entry < entries && at + 3 <= bytes.length;
    entry++, at += stride
  ) {
    palette[entry * 3] = bytes[at + 2]!
    palette[entry * 3 + 1] = bytes[at + 1]!
    palette[entry * 3 + 2] = bytes[at]!
  }
  return palette
}

function cutShort(name: string): HilumError {
  return new HilumError(
    'DECODE_TRUNCATED',
    `${name} ends inside the header of its bitmap; copy it again from its source.`,
  )
}

function unsupported(name: string, what: string): HilumError {
  return new HilumError(
    'DECODE_UNSUPPORTED',
    `${name} is a bitmap with ${what}, which Hilum does not read; save it as PNG first.`,
  )
}
