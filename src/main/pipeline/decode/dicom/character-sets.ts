// Specific Character Set: PS3.3 C.12.1.1.2 and, for the sets that switch within a value, PS3.5 6.1.2.

import type { DataSet } from './data-set.ts'
import { decodeIso2022, hasRightHalf, type Iso2022Start } from './iso-2022.ts'
import { TAG } from './tags.ts'
import { codes } from './values.ts'

/** The defined terms of (0008,0005), the first of which applies until an escape sequence says otherwise. */
export type CharacterSets = readonly string[]

export function characterSetsOf(dataSet: DataSet): CharacterSets {
  for (let set: DataSet | null = dataSet; set; set = set.parent) {
    if (set.elements.has(TAG.SpecificCharacterSet)) return codes(set, TAG.SpecificCharacterSet)
  }
  return []
}

// Terms that replace all of a value's coding, and so know no escape sequences.
const WHOLE = new Map([
  ['192', 'utf-8'],
  ['GB18030', 'gb18030'],
  ['GBK', 'gb18030'],
])

export function decodeText(bytes: Uint8Array, terms: CharacterSets): string {
  const [first = '', ...further] = terms.map(shortTerm)
  const whole = WHOLE.get(first)
  if (whole) return decodeWhole(bytes, whole)
  if (bytes.every((byte) => byte < 0x80 && byte !== 0x1b)) return ascii(bytes)
  if (first === '' && further.length === 0 && !bytes.includes(0x1b)) return decodeUnstated(bytes)
  return decodeIso2022(bytes, startOf(first, further))
}

/** The number of ISO_IR 100 or ISO 2022 IR 100, however it is spelt; else the term in capitals. */
function shortTerm(term: string): string {
  const number = /IR[ _-]?(\d+)$/i.exec(term)?.[1]
  if (number) return number
  const name = term.toUpperCase()
  return name === 'UTF-8' || name === 'UTF8' ? '192' : name
}

// Where the first set has no right half and the text has bytes there all the same, the next set's escape was forgotten.
function startOf(first: string, further: CharacterSets): Iso2022Start {
  const right = first === '' || first === '6' ? (further.find(hasRightHalf) ?? first) : first
  return { romanJapanese: first === '13', right }
}

function decodeWhole(bytes: Uint8Array, label: string): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    // A file that says UTF-8 and writes Latin-1 is still better read than riddled with question marks.
    return new TextDecoder('latin1').decode(bytes)
  }
}

// A file that names no character set may write ASCII alone; those that don't mostly write UTF-8 or Latin-1.
function decodeUnstated(bytes: Uint8Array): string {
  return decodeWhole(bytes, 'utf-8')
}

function ascii(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
