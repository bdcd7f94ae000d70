// PS3.10 files in Explicit VR Little Endian: a preamble, the meta group, then elements in order of their tags.

type TextVr = 'AE' | 'AS' | 'CS' | 'DA' | 'DS' | 'IS' | 'LO' | 'PN' | 'SH' | 'TM' | 'UI'

export type Element =
  | readonly [tag: number, vr: TextVr, value: string]
  | readonly [tag: number, vr: 'US' | 'SS' | 'UL', value: number | readonly number[]]
  | readonly [tag: number, vr: 'OW' | 'OB', value: Uint8Array]

export const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1'

/** PS3.10 7.1. The elements are put in order here; the meta group is made from the two UIDs. */
export function writeDicom(elements: readonly Element[]): Buffer {
  const ordered = elements.toSorted(([a], [b]) => a - b).map(encodeElement)
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), metaGroup(elements), ...ordered])
}

function metaGroup(elements: readonly Element[]): Buffer {
  const uid = (wanted: number): string => {
    const value = elements.find(([tag]) => tag === wanted)?.[2]
    if (typeof value !== 'string') throw new Error(`The DICOM file to write has no UID in ${hexTag(wanted)}.`)
    return value
  }
  const rest = Buffer.concat(
    [
      [0x00020001, 'OB', Uint8Array.of(0, 1)] as const,
      [0x00020002, 'UI', uid(0x00080016)] as const,
      [0x00020003, 'UI', uid(0x00080018)] as const,
      [0x00020010, 'UI', EXPLICIT_LITTLE_ENDIAN] as const,
      // UUID-derived root (PS3.5 B.2), so no registration is needed.
      [0x00020012, 'UI', '2.25.140112331247913364171839'] as const,
      [0x00020013, 'SH', 'HILUM_SAMPLES'] as const,
    ].map(encodeElement),
  )
  return Buffer.concat([encodeElement([0x00020000, 'UL', rest.length]), rest])
}

function encodeElement(element: Element): Buffer {
  const [tag, vr] = element
  const value = encodeValue(element)
  // PS3.5 7.1.2: OB and OW have two reserved bytes and a length of 32 bits, the others a length of 16.
  const long = vr === 'OW' || vr === 'OB'
  const head = Buffer.alloc(long ? 12 : 8)
  head.writeUInt16LE(tag >>> 16, 0)
  head.writeUInt16LE(tag & 0xffff, 2)
  head.write(vr, 4, 'latin1')
  if (long) head.writeUInt32LE(value.length, 8)
  else head.writeUInt16LE(value.length, 6)
  return Buffer.concat([head, value])
}

function encodeValue([tag, vr, value]: Element): Buffer {
  if (typeof value === 'number') return encodeNumber(vr, value)
  if (value instanceof Uint8Array) return Buffer.from(value)
  if (typeof value !== 'string') return Buffer.concat(value.map((one) => encodeNumber(vr, one)))
  if (!/^[\x20-\x7e]*$/.test(value)) throw new Error(`${hexTag(tag)} holds more than ASCII: ${value}`)
  // PS3.5 6.2: values have an even length, UIDs padded with NUL and text with a space.
  const padding = value.length % 2 === 0 ? '' : vr === 'UI' ? '\0' : ' '
  return Buffer.from(value + padding, 'latin1')
}

function encodeNumber(vr: Element[1], value: number): Buffer {
  const bytes = Buffer.alloc(vr === 'UL' ? 4 : 2)
  if (vr === 'UL') bytes.writeUInt32LE(value)
  else if (vr === 'SS') bytes.writeInt16LE(value)
  else bytes.writeUInt16LE(value)
  return bytes
}

function hexTag(tag: number): string {
  const hex = tag.toString(16).padStart(8, '0').toUpperCase()
  return `(${hex.slice(0, 4)},${hex.slice(4)})`
}
