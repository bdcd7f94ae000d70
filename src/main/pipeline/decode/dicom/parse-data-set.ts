import type { Warning } from '../../../../shared/analysis.ts'
import { HilumError } from '../../../../shared/errors.ts'
import type { DataSet, Element, Fragment, Tag } from './data-set.ts'
import { tagText } from './data-set.ts'
import {
  elementHeader,
  hasKnownVr,
  tagAt,
  UNDEFINED_LENGTH,
  type ElementHeader,
  type Encoding,
} from './element-header.ts'
import { SEQUENCE_TAGS, TAG } from './tags.ts'

// A film has some hundred elements; the largest enhanced files some hundred thousand. A million is someone else's idea.
const MOST_ELEMENTS = 1_000_000

/** A level of nesting: the elements of a data set or item, or the items of a sequence. */
type Level = OpenElements | OpenItems

interface OpenElements {
  readonly kind: 'elements'
  readonly end: number
  readonly encoding: Encoding
  readonly dataSet: DataSet
  readonly elements: Map<Tag, Element>
}

interface OpenItems {
  readonly kind: 'items'
  readonly end: number
  readonly encoding: Encoding
  readonly items: DataSet[]
  readonly parent: DataSet
  /** False where a delimiter is to end the sequence. */
  readonly endsByLength: boolean
}

interface Parse {
  readonly fileName: string
  readonly bytes: Buffer
  readonly warnings: Map<string, Warning>
  readonly levels: Level[]
  offset: number
  count: number
  /** Set where nothing after this can be told apart. */
  stopped: boolean
}

export interface ParsedDataSet {
  readonly dataSet: DataSet
  readonly warnings: readonly Warning[]
}

/**
 * PS3.5 chapter 7, for bytes that may lie. Sequences nest on a list of our own, not on the call stack, and every
 * turn of the loop moves forward by at least a header, so that no file makes it recurse or run for ever.
 */
export function parseDataSet(
  fileName: string,
  bytes: Buffer,
  start: number,
  encoding: Encoding,
): ParsedDataSet {
  const outermost = openElements(bytes, null, {
    end: bytes.length,
    encoding: encodingAt(bytes, start, encoding),
  })
  const parse: Parse = {
    fileName,
    bytes,
    warnings: new Map(),
    levels: [outermost],
    offset: start,
    count: 0,
    stopped: false,
  }
  if (encoding.explicit && !outermost.encoding.explicit) warnOfMissingVr(parse)
  while (!parse.stopped) {
    const level = parse.levels.at(-1)
    if (!level) break
    if (parse.offset >= level.end) parse.levels.pop()
    else if (level.kind === 'elements') readElement(parse, level)
    else readItem(parse, level)
  }
  return { dataSet: outermost.dataSet, warnings: [...parse.warnings.values()] }
}

function openElements(
  bytes: Buffer,
  parent: DataSet | null,
  { end, encoding }: { end: number; encoding: Encoding },
): OpenElements {
  const elements = new Map<Tag, Element>()
  const dataSet = { bytes, littleEndian: encoding.littleEndian, elements, parent }
  return { kind: 'elements', end, encoding, dataSet, elements }
}

function readElement(parse: Parse, level: OpenElements): void {
  const header = elementHeader(parse.bytes, parse.offset, level.encoding)
  if (!header) return stopTruncated(parse, 'in the header of an element')
  if (header.tag === TAG.ItemDelimitation) {
    parse.offset = header.start
    // A data set that ends by its length may still be closed by a delimiter; the outermost has nothing to close.
    if (parse.levels.length > 1) parse.levels.pop()
    return
  }
  if (header.tag === TAG.SequenceDelimitation) return closeSequence(parse, header)
  // Zeros after the last element are padding of the medium, not elements.
  if (header.tag === 0 && header.length === 0) {
    parse.offset = header.start
    return
  }
  if (header.missingVr) warnOfMissingVr(parse)
  countElement(parse)
  if (isSequence(parse.bytes, header)) return openSequence(parse, level, header)
  if (header.length === UNDEFINED_LENGTH) return readFragments(parse, level, header)
  readValue(parse, level, header)
}

function readValue(parse: Parse, level: OpenElements, header: ElementHeader): void {
  const left = parse.bytes.length - header.start
  const length = Math.min(header.length, left)
  addElement(level, { ...place(header, length), items: null, fragments: null })
  if (header.length > left)
    stopTruncated(parse, `in ${tagText(header.tag)}, ${left} of ${header.length} bytes`)
  parse.offset = header.start + length
}

// PS3.5 A.4: pixel data of undefined length are items with a fragment each, ended by a delimiter.
function readFragments(parse: Parse, level: OpenElements, header: ElementHeader): void {
  const fragments: Fragment[] = []
  const { bytes } = parse
  let offset = header.start
  for (;;) {
    if (offset + 8 > bytes.length) {
      stopTruncated(parse, `in the fragments of ${tagText(header.tag)}`)
      break
    }
    const tag = tagAt(bytes, offset, level.encoding.littleEndian)
    const stated = level.encoding.littleEndian
      ? bytes.readUInt32LE(offset + 4)
      : bytes.readUInt32BE(offset + 4)
    if (tag !== TAG.Item) {
      if (tag === TAG.SequenceDelimitation) offset += 8
      else
        warn(
          parse,
          'DICOM_NO_DELIMITER',
          `The fragments of ${tagText(header.tag)} are not closed by a delimiter.`,
        )
      break
    }
    countElement(parse)
    const length = Math.min(stated, bytes.length - offset - 8)
    fragments.push({ start: offset + 8, length })
    offset += 8 + length
    if (length < stated) {
      stopTruncated(parse, `in a fragment of ${tagText(header.tag)}, ${length} of ${stated} bytes`)
      break
    }
  }
  addElement(level, { ...place(header, offset - header.start), items: null, fragments })
  // Something must be read at each turn, even where the first fragment is none.
  parse.offset = offset
}

function openSequence(parse: Parse, level: OpenElements, header: ElementHeader): void {
  const items: DataSet[] = []
  const stated = header.length === UNDEFINED_LENGTH ? level.end : header.start + header.length
  const end = Math.min(stated, level.end)
  addElement(level, { ...place(header, end - header.start), items, fragments: null })
  // PS3.5 6.2.2 note 2: what hides behind UN of undefined length is implicit, little endian.
  const encoding =
    header.vr === 'UN' && level.encoding.explicit ? { explicit: false, littleEndian: true } : level.encoding
  parse.levels.push({
    kind: 'items',
    end,
    encoding,
    items,
    parent: level.dataSet,
    endsByLength: header.length !== UNDEFINED_LENGTH,
  })
  parse.offset = header.start
}

function readItem(parse: Parse, level: OpenItems): void {
  const header = elementHeader(parse.bytes, parse.offset, { ...level.encoding, explicit: false })
  if (!header) return stopTruncated(parse, 'in the header of an item')
  if (header.tag === TAG.SequenceDelimitation) return closeSequence(parse, header)
  if (header.tag !== TAG.Item) {
    // A sequence that is followed by an element instead of its delimiter: the element belongs one level up.
    warn(parse, 'DICOM_BAD_SEQUENCE', `A sequence ends without a delimiter before ${tagText(header.tag)}.`)
    parse.levels.pop()
    if (Number.isFinite(level.end) && level.end < parse.bytes.length)
      parse.offset = Math.max(parse.offset, level.end)
    return
  }
  countElement(parse)
  const stated = header.length === UNDEFINED_LENGTH ? level.end : header.start + header.length
  const encoding = encodingAt(parse.bytes, header.start, level.encoding)
  const item = openElements(parse.bytes, level.parent, { end: Math.min(stated, level.end), encoding })
  level.items.push(item.dataSet)
  parse.levels.push(item)
  parse.offset = header.start
}

/** Leaves the innermost sequence, and any item within it that was left open. */
function closeSequence(parse: Parse, header: ElementHeader): void {
  parse.offset = header.start
  const open = parse.levels.findLastIndex((level) => level.kind === 'items')
  if (open > 0) parse.levels.length = open
}

function isSequence(bytes: Buffer, header: ElementHeader): boolean {
  if (header.vr === 'SQ') return true
  // PS3.5 6.2.2 note 1: who did not know the tag wrote UN.
  if (header.vr === 'UN' && SEQUENCE_TAGS.has(header.tag)) return header.length > 0
  if (header.length !== UNDEFINED_LENGTH || header.tag === TAG.PixelData) return false
  return header.vr === 'UN' && bytes.length >= header.start + 8
}

// Some writers put implicit items into explicit files and the other way about; the first element tells.
function encodingAt(bytes: Buffer, offset: number, encoding: Encoding): Encoding {
  if (offset + 8 > bytes.length || !encoding.explicit) return encoding
  if (tagAt(bytes, offset, encoding.littleEndian) >>> 16 === 0xfffe) return encoding
  return {
    ...encoding,
    explicit:
      hasKnownVr(bytes, offset) || /^[A-Z]{2}$/.test(bytes.toString('latin1', offset + 4, offset + 6)),
  }
}

function place(
  header: ElementHeader,
  length: number,
): Pick<Element, 'tag' | 'vr' | 'start' | 'length' | 'statedLength'> {
  return { tag: header.tag, vr: header.vr, start: header.start, length, statedLength: header.length }
}

// The first of two elements with one tag counts: what follows the pixel data is often rubbish.
function addElement(level: OpenElements, element: Element): void {
  if (!level.elements.has(element.tag)) level.elements.set(element.tag, element)
}

function countElement(parse: Parse): void {
  parse.count++
  if (parse.count <= MOST_ELEMENTS) return
  throw new HilumError(
    'DECODE_TOO_LARGE',
    `${parse.fileName} has more than ${MOST_ELEMENTS.toLocaleString('en-GB')} data elements, which no film has.`,
  )
}

function stopTruncated(parse: Parse, where: string): void {
  parse.stopped = true
  warn(parse, 'DICOM_TRUNCATED', `${parse.fileName} ends early, ${where}; copy it again from its source.`)
}

function warnOfMissingVr(parse: Parse): void {
  warn(
    parse,
    'DICOM_MISSING_VR',
    `${parse.fileName} says that it writes value representations and leaves some out; they were read by their tags.`,
  )
}

function warn(parse: Parse, code: string, message: string): void {
  if (!parse.warnings.has(code)) parse.warnings.set(code, { code, message })
}
