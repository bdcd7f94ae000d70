import { HilumError } from '../../../../shared/errors.ts'
import type { FilmFile } from '../../film.ts'
import { refuseHollow, refuseTooLarge } from '../size-limit.ts'
import { bmpHeader, type BmpHeader } from './bmp-header.ts'
import { bmpRunLengths } from './bmp-run-lengths.ts'
import type { Raster } from './raster-film.ts'
import { truncated } from './truncated.ts'

/** Windows bitmaps of 1, 4, 8, 16, 24 and 32 bits, run lengths included; the one common kind that sharp leaves out. */
export function decodeBmp(file: FilmFile): Raster {
  const header = bmpHeader(file)
  refuseTooLarge(file.name, header)
  refuseHollow(file, header)
  const data = file.bytes.subarray(header.pixelsAt)
  if (data.length === 0) {
    throw new HilumError(
      'DECODE_TRUNCATED',
      `${file.name} ends after its header and holds no pixels; copy it again from its source.`,
    )
  }
  const { pixels, whole } = header.bitsPerPixel <= 8 ? indexed(header, data) : direct(header, data)
  return {
    rows: header.rows,
    columns: header.columns,
    samplesPerPixel: pixels.length === header.rows * header.columns ? 1 : 3,
    bits: 8,
    pixels,
    frames: 1,
    warnings: whole ? [] : [truncated(file.name)],
  }
}

interface Read {
  readonly pixels: Uint8Array
  readonly whole: boolean
}

function indexed(header: BmpHeader, data: Buffer): Read {
  const { compression, palette } = header
  const { indices, whole } =
    compression === 'rle8' || compression === 'rle4' ? bmpRunLengths(header, data) : unpacked(header, data)
  const samples = isGrey(palette) ? 1 : 3
  const pixels = new Uint8Array(indices.length * samples)
  for (let i = 0, to = 0; i < indices.length; i++) {
    for (let sample = 0; sample < samples; sample++) pixels[to++] = palette[indices[i]! * 3 + sample]!
  }
  return { pixels, whole }
}

function isGrey(palette: Uint8Array): boolean {
  for (let i = 0; i < palette.length; i += 3) {
    if (palette[i] !== palette[i + 1] || palette[i] !== palette[i + 2]) return false
  }
  return true
}

/** Rows are padded to four bytes. */
function strideOf({ columns, bitsPerPixel }: BmpHeader): number {
  return Math.ceil((columns * bitsPerPixel) / 32) * 4
}

/** Where each stored row goes: bitmaps start at the bottom unless their height is negative. */
function targetRow({ rows, topDown }: BmpHeader, row: number): number {
  return topDown ? row : rows - 1 - row
}

function unpacked(header: BmpHeader, data: Buffer): { indices: Uint8Array; whole: boolean } {
  const { rows, columns, bitsPerPixel: bits } = header
  const indices = new Uint8Array(rows * columns)
  const stride = strideOf(header)
  const mask = 2 ** bits - 1
  for (let row = 0; row < rows; row++) {
    const to = targetRow(header, row) * columns
    for (let column = 0; column < columns; column++) {
      const bit = column * bits
      const byte = data[row * stride + (bit >> 3)]
      if (byte === undefined) return { indices, whole: false }
      indices[to + column] = (byte >> (8 - bits - (bit & 7))) & mask
    }
  }
  return { indices, whole: true }
}

function direct(header: BmpHeader, data: Buffer): Read {
  const { rows, columns, bitsPerPixel } = header
  const pixels = new Uint8Array(rows * columns * 3)
  const stride = strideOf(header)
  const size = bitsPerPixel / 8
  const channels = header.masks.map(channelOf)
  for (let row = 0; row < rows; row++) {
    let to = targetRow(header, row) * columns * 3
    for (let column = 0, at = row * stride; column < columns; column++, at += size, to += 3) {
      if (at + size > data.length) return { pixels, whole: false }
      const value = data.readUIntLE(at, size)
      for (let i = 0; i < 3; i++) {
        const { shift, most } = channels[i]!
        pixels[to + i] = Math.round((((value >>> shift) & most) * 255) / most)
      }
    }
  }
  return { pixels, whole: true }
}

/** How far to the right a mask lies and its largest value; a mask of nothing is always black. */
function channelOf(mask: number): { shift: number; most: number } {
  if (mask === 0) return { shift: 31, most: 1 }
  const shift = 31 - Math.clz32(mask & -mask)
  return { shift, most: mask >>> shift }
}
