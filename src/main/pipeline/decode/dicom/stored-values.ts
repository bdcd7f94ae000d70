import type { StoredPixels } from '../../film.ts'
import type { PixelDescription } from './pixel-description.ts'

type Cells = Uint8Array | Uint16Array | Uint32Array
type Bits = Pick<PixelDescription, 'bitsStored' | 'highBit' | 'signed'>

/**
 * PS3.5 8.1.1: the stored value is the `bitsStored` bits below and with `highBit`; what stands above or below them
 * (old overlays, rubbish) is no part of it. Works in place: the cells are not used again.
 */
export function storedValues(cells: Cells, { bitsStored, highBit, signed }: Bits): StoredPixels {
  const width = cells.BYTES_PER_ELEMENT * 8
  const low = highBit - bitsStored + 1
  if (signed) return signedValues(cells, width - highBit - 1, width - bitsStored)
  if (bitsStored === width || (low === 0 && isClean(cells, bitsStored))) return cells
  const mask = 2 ** bitsStored - 1
  for (let i = 0; i < cells.length; i++) cells[i] = (cells[i]! >>> low) & mask
  return cells
}

// Most files have nothing above their stored bits, and to look, at 32 bits a time, is quicker than to write.
function isClean(cells: Cells, bitsStored: number): boolean {
  const words = new Int32Array(cells.buffer, cells.byteOffset, cells.byteLength >>> 2)
  let inWords = 0
  for (let i = 0; i < words.length; i++) inWords |= words[i]!
  const folded = cells.slice(0, 4 / cells.BYTES_PER_ELEMENT)
  new Int32Array(folded.buffer, 0, folded.byteLength >>> 2).fill(inWords)
  const rest = cells.subarray((words.length * 4) / cells.BYTES_PER_ELEMENT)
  return [...folded, ...rest].every((cell) => cell >>> bitsStored === 0)
}

// Up to the top of the cell and back down: what was above falls off, the sign comes down with it.
// 12 bits in 16, high bit 11, 0xF801: up 4 = 0x8010, down 4 = 0xF801 = -2047.
function signedValues(cells: Cells, up: number, down: number): StoredPixels {
  const values = asSigned(cells)
  if (up === 0 && down === 0) return values
  // In 32 bits, so that the sign of a narrower cell is where the shifts look for it.
  const unused = 32 - cells.BYTES_PER_ELEMENT * 8
  for (let i = 0; i < values.length; i++) values[i] = (values[i]! << (up + unused)) >> (down + unused)
  return values
}

function asSigned(cells: Cells): Int8Array | Int16Array | Int32Array {
  switch (cells.BYTES_PER_ELEMENT) {
    case 1:
      return new Int8Array(cells.buffer, cells.byteOffset, cells.length)
    case 2:
      return new Int16Array(cells.buffer, cells.byteOffset, cells.length)
    default:
      return new Int32Array(cells.buffer, cells.byteOffset, cells.length)
  }
}
