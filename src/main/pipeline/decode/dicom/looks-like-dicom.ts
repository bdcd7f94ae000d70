import { hasKnownVr, tagAt } from './element-header.ts'

/** PS3.10 7.1: 128 bytes of anything, then these four. */
export function hasPreamble(bytes: Buffer): boolean {
  return bytes.length >= 132 && bytes.toString('latin1', 128, 132) === 'DICM'
}

/**
 * Whether these bytes are a DICOM file, or a data set written without preamble. The latter must open with a group
 * that data sets open with and a length that fits, which no picture format and no text does.
 */
export function looksLikeDicom(bytes: Buffer): boolean {
  return hasPreamble(bytes) || firstElementLittleEndian(bytes) !== null
}

/** Where a data set without preamble starts here: its byte order; else null. */
export function firstElementLittleEndian(bytes: Buffer): boolean | null {
  if (bytes.length < 16) return null
  for (const littleEndian of [true, false]) {
    const group = tagAt(bytes, 0, littleEndian) >>> 16
    const element = tagAt(bytes, 0, littleEndian) & 0xffff
    if ((group === 0x0002 || group === 0x0008) && element <= 0x0070 && firstLengthFits(bytes, littleEndian)) {
      return littleEndian
    }
  }
  return null
}

// Group lengths, character sets, image types and UIDs come first; all of them are short.
function firstLengthFits(bytes: Buffer, littleEndian: boolean): boolean {
  if (hasKnownVr(bytes, 0)) return true
  const length = littleEndian ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4)
  return length <= 256 && length % 2 === 0 && 8 + length < bytes.length
}
