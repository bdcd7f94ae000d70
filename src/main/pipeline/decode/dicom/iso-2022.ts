// ISO 2022 as PS3.5 6.1.2.5 uses it: a left half (bytes below 0x80, G0) and a right half (above, G1), each of which an
// escape sequence puts another set into.

export interface Iso2022Start {
  /** Whether the left half starts as the Roman set of JIS X 0201. */
  readonly romanJapanese: boolean
  /** The ISO-IR number of the right half. */
  readonly right: string
}

type LeftSet = 'ascii' | 'jis-roman' | 'jis-x-0208' | 'jis-x-0212'

interface Halves {
  left: LeftSet
  right: string
}

// PS3.3 tables C.12-3 and C.12-4, what follows the escape byte.
const ESCAPES: readonly { readonly bytes: string; readonly left?: LeftSet; readonly right?: string }[] = [
  { bytes: '(B', left: 'ascii' },
  { bytes: '(J', left: 'jis-roman' },
  { bytes: '$B', left: 'jis-x-0208' },
  { bytes: '$@', left: 'jis-x-0208' },
  { bytes: '$(D', left: 'jis-x-0212' },
  { bytes: ')I', right: '13' },
  { bytes: '$)A', right: '58' },
  { bytes: '$)C', right: '149' },
  { bytes: '-A', right: '100' },
  { bytes: '-B', right: '101' },
  { bytes: '-C', right: '109' },
  { bytes: '-D', right: '110' },
  { bytes: '-L', right: '144' },
  { bytes: '-G', right: '127' },
  { bytes: '-F', right: '126' },
  { bytes: '-H', right: '138' },
  { bytes: '-M', right: '148' },
  { bytes: '-b', right: '203' },
  { bytes: '-T', right: '166' },
]

/** What Node calls the sets of the right half. A run of it decodes by itself. */
const RIGHT_LABELS = new Map([
  ['', 'latin1'],
  ['6', 'latin1'],
  ['100', 'latin1'],
  ['101', 'iso-8859-2'],
  ['109', 'iso-8859-3'],
  ['110', 'iso-8859-4'],
  ['144', 'iso-8859-5'],
  ['127', 'iso-8859-6'],
  ['126', 'iso-8859-7'],
  ['138', 'iso-8859-8'],
  ['148', 'iso-8859-9'],
  ['203', 'iso-8859-15'],
  ['166', 'windows-874'],
  // A lone right half of JIS X 0201 is half-width kana; Shift-JIS has them at the same places, and more besides.
  ['13', 'shift_jis'],
  ['58', 'gb18030'],
  ['149', 'euc-kr'],
])

export function hasRightHalf(set: string): boolean {
  return RIGHT_LABELS.has(set)
}

export function decodeIso2022(bytes: Uint8Array, start: Iso2022Start): string {
  const initial: Halves = { left: start.romanJapanese ? 'jis-roman' : 'ascii', right: start.right }
  let halves = { ...initial }
  let decoded = ''
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at]!
    if (byte === 0x1b) {
      const escape = ESCAPES.find(({ bytes: sequence }) => startsWith(bytes, at + 1, sequence))
      if (escape?.left) halves.left = escape.left
      if (escape?.right) halves.right = escape.right
      at += 1 + (escape?.bytes.length ?? 0)
      continue
    }
    const end = endOfRun(bytes, at, halves)
    decoded += decodeRun(bytes.subarray(at, end), halves)
    // PS3.5 6.1.2.5.3: delimiters bring the first set back.
    if (end === at + 1 && isDelimiter(byte) && !isDouble(halves.left)) halves = { ...initial }
    at = end
  }
  return decoded
}

/** Bytes of one half up to the next escape; a delimiter stands by itself. */
function endOfRun(bytes: Uint8Array, at: number, halves: Halves): number {
  const isRight = bytes[at]! >= 0x80
  if (!isRight && !isDouble(halves.left) && isDelimiter(bytes[at]!)) return at + 1
  let end = at + 1
  for (; end < bytes.length; end++) {
    const byte = bytes[end]!
    if (byte === 0x1b) break
    // A double-byte set of the right half may pair with a byte of the left where a file is written as Shift-JIS or GBK.
    const pairs = isRight && halves.right === '13' && byte >= 0x40
    if (byte >= 0x80 !== isRight && !pairs) break
    if (!isRight && !isDouble(halves.left) && isDelimiter(byte)) break
  }
  return end
}

function decodeRun(run: Uint8Array, { left, right }: Halves): string {
  if (run[0]! >= 0x80) return new TextDecoder(RIGHT_LABELS.get(right) ?? 'latin1').decode(run)
  switch (left) {
    case 'ascii':
      return Buffer.from(run).toString('latin1')
    case 'jis-roman':
      // JIS X 0201 has a yen sign and an overline there. The yen stays a backslash, which divides values.
      return Buffer.from(run).toString('latin1').replaceAll('~', '‾')
    case 'jis-x-0208':
      return new TextDecoder('euc-jp').decode(run.map((byte) => byte | 0x80))
    case 'jis-x-0212':
      return new TextDecoder('euc-jp').decode(threeByteCodes(run))
  }
}

// EUC-JP puts 0x8F before each character of JIS X 0212.
function threeByteCodes(run: Uint8Array): Uint8Array {
  const codes: number[] = []
  for (let i = 0; i + 1 < run.length; i += 2) codes.push(0x8f, run[i]! | 0x80, run[i + 1]! | 0x80)
  return Uint8Array.from(codes)
}

function isDouble(left: LeftSet): boolean {
  return left === 'jis-x-0208' || left === 'jis-x-0212'
}

// Caret and equals divide names, backslash values; then come tab, line feed, form feed and carriage return.
function isDelimiter(byte: number): boolean {
  return (
    byte === 0x5e || byte === 0x3d || byte === 0x5c || byte === 9 || byte === 10 || byte === 12 || byte === 13
  )
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((character, i) => bytes[at + i] === character.charCodeAt(0))
}
