import { endianness } from 'node:os'
import type { AllocateBytes, StoredPixels } from '../../film.ts'
import { PART_BYTES } from '../../near-part.ts'
import { turnCells, type CellWidth, type TurnInPlace } from '../../own-bytes.ts'
import { bitsInBytes } from './dirt.ts'
import type { PixelDescription } from './pixel-description.ts'

/** How many bytes a frame of native pixel data takes; for single bits, whether it ends within a byte or not. */
export function nativeFrameBits(description: PixelDescription): number {
  const { rows, columns, samplesPerPixel, bitsAllocated, photometricInterpretation } = description
  // PS3.3 C.7.6.3.1.2: two pixels share their chroma samples.
  const samples = isSubsampled(photometricInterpretation) ? 2 : samplesPerPixel
  return rows * columns * samples * bitsAllocated
}

export function isSubsampled(photometric: PixelDescription['photometricInterpretation']): boolean {
  return photometric === 'YBR_FULL_422' || photometric === 'YBR_PARTIAL_422'
}

interface ByteOrder {
  readonly littleEndian: boolean
  readonly firstBit: number
  /** For cells that have to be turned; fresh memory if left out. */
  readonly allocate?: AllocateBytes
  /** Where the bytes may be turned where they stand. */
  readonly turnInPlace?: TurnInPlace | undefined
}

type Cells = Uint8Array | Uint16Array | Uint32Array

export interface NativeCells {
  readonly cells: Cells
  /** The bits that any of the cells has, where they were seen on the way. */
  readonly seen?: number | undefined
}

/**
 * Raw cells as unsigned numbers of the allocated width, samples interleaved, stored bits neither masked nor shifted.
 * `bytes` may be shorter than the frame; the cells that are not there stay 0. `firstBit` is where a frame of single
 * bits starts within its first byte. Where the bytes are such numbers as they stand, or were turned into them there,
 * the cells are those very bytes, so nobody may write to them.
 */
export function nativeCells(bytes: Buffer, description: PixelDescription, order: ByteOrder): NativeCells {
  const { rows, columns, samplesPerPixel, photometricInterpretation, planarConfiguration } = description
  const subsampled = isSubsampled(photometricInterpretation)
  const count = rows * columns * (subsampled ? 2 : samplesPerPixel)
  const inFile = cellsInOrder(bytes, count, description.bitsAllocated, order)
  if (subsampled) return { ...inFile, cells: shareChroma(inFile.cells, rows * columns) }
  if (samplesPerPixel === 1 || planarConfiguration === 0) return inFile
  return { ...inFile, cells: interleave(inFile.cells, rows * columns) }
}

function cellsInOrder(
  bytes: Buffer,
  count: number,
  bitsAllocated: PixelDescription['bitsAllocated'],
  order: ByteOrder,
): NativeCells {
  switch (bitsAllocated) {
    case 1:
      return { cells: bitCells(bytes, count, order.firstBit) }
    case 8:
      return { cells: new Uint8Array(...wholeCells(bytes, count, 1)) }
    case 12:
      return { cells: twelveBitCells(bytes, count) }
    case 16: {
      const turned = inHostOrder(bytes, 2 * count, 2, order)
      return { seen: turned.seen, cells: new Uint16Array(...wholeCells(turned.bytes, count, 2)) }
    }
    case 32: {
      const turned = inHostOrder(bytes, 4 * count, 4, order)
      return { seen: turned.seen, cells: new Uint32Array(...wholeCells(turned.bytes, count, 4)) }
    }
  }
}

/** Where an array of the cells lies: in the buffer of `bytes` or in a copy. */
function wholeCells(
  bytes: Buffer,
  count: number,
  width: 1 | CellWidth,
): [buffer: ArrayBufferLike, byteOffset: number, length: number] {
  const { buffer, byteOffset } = bytes
  const length = count * width
  if (isPlaceOf(bytes, length, width)) return [buffer, byteOffset, count]
  const whole = new Uint8Array(length)
  whole.set(bytes.subarray(0, length))
  return [whole.buffer, 0, count]
}

/**
 * Whether cells stay where `bytes` hold them: all of them, at an address that the processor reads, and not much else,
 * which would stay in memory as long as they do.
 */
function isPlaceOf(
  { buffer, byteOffset, length: there }: Buffer,
  length: number,
  width: 1 | CellWidth,
): boolean {
  return there >= length && byteOffset % width === 0 && buffer.byteLength <= 2 * length
}

function inHostOrder(
  bytes: Buffer,
  length: number,
  width: CellWidth,
  { littleEndian, allocate = (size) => Buffer.allocUnsafeSlow(size), turnInPlace }: ByteOrder,
): { bytes: Buffer; seen?: number } {
  if (littleEndian === (endianness() === 'LE')) return { bytes }
  let seen = 0
  if (turnInPlace && isPlaceOf(bytes, length, width)) {
    turnInPlace(bytes.subarray(0, length), width, (part) => (seen |= bitsInBytes(part, width)))
    return { bytes, seen: seen >>> 0 }
  }
  // A cell that is cut in two at the end of the file is none.
  const there = Math.min(length, bytes.length - (bytes.length % width))
  const turned = allocate(there).subarray(0, there)
  for (let at = 0; at < there; at += PART_BYTES) {
    const part = turned.subarray(at, at + PART_BYTES)
    bytes.copy(part, 0, at)
    turnCells(part, width)
    seen |= bitsInBytes(part, width)
  }
  return { bytes: turned, seen: seen >>> 0 }
}

// PS3.5 8.1.1: the first pixel is the lowest bit.
function bitCells(bytes: Buffer, count: number, firstBit: number): Uint8Array {
  const cells = new Uint8Array(count)
  const there = Math.min(count, bytes.length * 8 - firstBit)
  for (let i = 0; i < there; i++) {
    const bit = i + firstBit
    cells[i] = ((bytes[bit >>> 3] ?? 0) >>> (bit & 7)) & 1
  }
  return cells
}

// Until 1998 twelve bits could be allocated: PS3.5-1993 8.1.1 packs two samples into three bytes, lowest bits first.
function twelveBitCells(bytes: Buffer, count: number): Uint16Array {
  const cells = new Uint16Array(count)
  for (let i = 0; i < count; i++) {
    const at = (i * 3) >>> 1
    const low = bytes[at] ?? 0
    const high = bytes[at + 1] ?? 0
    cells[i] = i % 2 === 0 ? low | ((high & 0x0f) << 8) : (low >>> 4) | (high << 4)
  }
  return cells
}

function interleave<Cells extends StoredPixels>(planes: Cells, pixels: number): Cells {
  const samples = planes.slice() as Cells
  for (let i = 0; i < pixels; i++) {
    samples[3 * i] = planes[i] ?? 0
    samples[3 * i + 1] = planes[pixels + i] ?? 0
    samples[3 * i + 2] = planes[2 * pixels + i] ?? 0
  }
  return samples
}

// PS3.3 C.7.6.3.1.2, YBR_FULL_422: Y1 Y2 CB CR for two pixels, which both get the one CB and CR.
function shareChroma<Cells extends Uint8Array | Uint16Array | Uint32Array>(
  cells: Cells,
  pixels: number,
): Cells {
  const samples = new (cells.constructor as new (length: number) => Cells)(pixels * 3)
  for (let i = 0; i < pixels; i++) {
    const pair = (i >>> 1) * 4
    samples[3 * i] = cells[pair + (i & 1)] ?? 0
    samples[3 * i + 1] = cells[pair + 2] ?? 0
    samples[3 * i + 2] = cells[pair + 3] ?? 0
  }
  return samples
}
