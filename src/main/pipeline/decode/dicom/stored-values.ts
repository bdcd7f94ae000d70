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
  if (bitsStored === width) return cells
  const mask = 2 ** bitsStored - 1
  for (let i = 0; i < cells.length; i++) cells[i] = ((cells[i] ?? 0) >>> low) & mask
  return cells
}

// Up to the top of the cell and back down: what was above falls off, the sign comes down with it.
// 12 bits in 16, high bit 11, 0xF801: up 4 = 0x8010, down 4 = 0xF801 = -2047.
function signedValues(cells: Cells, up: number, down: number): StoredPixels {
  const values = asSigned(cells)
  if (up === 0 && down === 0) return values
  for (let i = 0; i < values.length; i++) {
    values[i] = (cells[i] ?? 0) << up
    values[i] = (values[i] ?? 0) >> down
  }
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
