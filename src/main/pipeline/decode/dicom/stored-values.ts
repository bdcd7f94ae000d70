import type { StoredPixels } from '../../film.ts'
import { valueRange } from '../../value-range.ts'
import { allBits, areSigned } from './dirt.ts'
import type { PixelDescription } from './pixel-description.ts'

type Cells = Uint8Array | Uint16Array | Uint32Array
type Bits = Pick<PixelDescription, 'bitsStored' | 'highBit' | 'signed'>

/**
 * PS3.5 8.1.1: the stored value is the `bitsStored` bits below and with `highBit`; what stands above or below them
 * (old overlays, rubbish) is no part of it. The cells are left as they are, and returned where nothing stands there.
 * `seen` are the bits that any of the cells has, where that is known already.
 */
export function storedValues(
  cells: Cells,
  { bitsStored, highBit, signed }: Bits,
  seen?: number,
): StoredPixels {
  const width = cells.BYTES_PER_ELEMENT * 8
  const low = highBit - bitsStored + 1
  if (signed) return signedValues(cells, width - highBit - 1, width - bitsStored)
  const mask = 2 ** bitsStored - 1
  if (bitsStored === width || (low === 0 && (seen ?? largest(cells)) <= mask)) return cells
  const values = ofSameType(cells)
  for (let i = 0; i < cells.length; i++) values[i] = (cells[i]! >>> low) & mask
  return values
}

/** Where a cell has bits beyond those stored, one is larger than they can be; the range is asked for again later. */
function largest(cells: Cells): number {
  return cells instanceof Uint32Array ? allBits(cells) : valueRange(cells).max
}

function ofSameType(cells: Cells): Cells {
  switch (cells.BYTES_PER_ELEMENT) {
    case 1:
      return new Uint8Array(cells.length)
    case 2:
      return new Uint16Array(cells.length)
    default:
      return new Uint32Array(cells.length)
  }
}

// Up to the top of the cell and back down: what was above falls off, the sign comes down with it.
// 12 bits in 16, high bit 11, 0xF801: up 4 = 0x8010, down 4 = 0xF801 = -2047.
function signedValues(cells: Cells, up: number, down: number): StoredPixels {
  if (up === 0 && down === 0) return asSigned(cells)
  if (up === down && cells instanceof Uint16Array && areSigned(cells, 16 - up)) return asSigned(cells)
  const values = asSigned(ofSameType(cells))
  // In 32 bits, so that the sign of a narrower cell is where the shifts look for it.
  const unused = 32 - cells.BYTES_PER_ELEMENT * 8
  for (let i = 0; i < values.length; i++) values[i] = (cells[i]! << (up + unused)) >> (down + unused)
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
