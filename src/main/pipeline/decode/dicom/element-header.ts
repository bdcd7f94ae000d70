import { SEQUENCE_TAGS, TAG } from './tags.ts'
import type { Tag } from './data-set.ts'

export const UNDEFINED_LENGTH = 0xffffffff

/** Tag, VR and length as they stand in front of a value. */
export interface ElementHeader {
  readonly tag: Tag
  readonly vr: string
  readonly length: number
  /** Where the value starts. */
  readonly start: number
  /** Whether an explicit data set wrote this element without a VR. */
  readonly missingVr: boolean
}

export interface Encoding {
  readonly explicit: boolean
  readonly littleEndian: boolean
}

// PS3.5 7.1.2: these have two reserved bytes and a length of four; all others a length of two.
const SHORT_VRS = new Set('AE AS AT CS DA DS DT FL FD IS LO LT PN SH SL SS ST TM UI UL US'.split(' '))
const LONG_VRS = new Set('OB OD OF OL OV OW SQ SV UC UN UR UT UV'.split(' '))

/** The header at `offset`, or null where fewer bytes are left than a header needs. */
export function elementHeader(bytes: Buffer, offset: number, encoding: Encoding): ElementHeader | null {
  if (offset + 8 > bytes.length) return null
  const tag = tagAt(bytes, offset, encoding.littleEndian)
  const implicit = (vr: string, missingVr: boolean): ElementHeader => ({
    tag,
    vr,
    length: uint32At(bytes, offset + 4, encoding.littleEndian),
    start: offset + 8,
    missingVr,
  })
  // PS3.5 7.5: items and delimiters have no VR in any syntax.
  if (tag >>> 16 === 0xfffe) return implicit('', false)
  if (!encoding.explicit) return implicit(SEQUENCE_TAGS.has(tag) ? 'SQ' : implicitVr(tag), false)

  const vr = bytes.toString('latin1', offset + 4, offset + 6)
  if (SHORT_VRS.has(vr)) {
    return {
      tag,
      vr,
      length: uint16At(bytes, offset + 6, encoding.littleEndian),
      start: offset + 8,
      missingVr: false,
    }
  }
  // PS3.5 6.2: a VR of a later edition has the long form.
  if (!LONG_VRS.has(vr) && !/^[A-Z]{2}$/.test(vr)) return implicit(implicitVr(tag), true)
  if (offset + 12 > bytes.length) return null
  return {
    tag,
    vr,
    length: uint32At(bytes, offset + 8, encoding.littleEndian),
    start: offset + 12,
    missingVr: false,
  }
}

/** Whether the element at `offset` carries a VR that the standard knows. */
export function hasKnownVr(bytes: Buffer, offset: number): boolean {
  if (offset + 6 > bytes.length) return false
  const vr = bytes.toString('latin1', offset + 4, offset + 6)
  return SHORT_VRS.has(vr) || LONG_VRS.has(vr)
}

// PS3.5 A.1: without VRs, pixel and overlay data are OW; the rest is read by what is asked of it.
function implicitVr(tag: Tag): string {
  if (tag === TAG.PixelData) return 'OW'
  return SEQUENCE_TAGS.has(tag) ? 'SQ' : 'UN'
}

export function tagAt(bytes: Buffer, offset: number, littleEndian: boolean): Tag {
  return uint16At(bytes, offset, littleEndian) * 0x10000 + uint16At(bytes, offset + 2, littleEndian)
}

function uint16At(bytes: Buffer, offset: number, littleEndian: boolean): number {
  return littleEndian ? bytes.readUInt16LE(offset) : bytes.readUInt16BE(offset)
}

function uint32At(bytes: Buffer, offset: number, littleEndian: boolean): number {
  return littleEndian ? bytes.readUInt32LE(offset) : bytes.readUInt32BE(offset)
}
