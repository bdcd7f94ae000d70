import type { Palette } from '../../film.ts'
import type { DataSet } from './data-set.ts'
import { tableEntries } from './look-up-table.ts'
import { TAG } from './tags.ts'
import { numbers, valueBytes } from './values.ts'

const CHANNELS = [
  { descriptor: TAG.RedPaletteDescriptor, data: TAG.RedPaletteData, segmented: TAG.SegmentedRedPaletteData },
  {
    descriptor: TAG.GreenPaletteDescriptor,
    data: TAG.GreenPaletteData,
    segmented: TAG.SegmentedGreenPaletteData,
  },
  {
    descriptor: TAG.BluePaletteDescriptor,
    data: TAG.BluePaletteData,
    segmented: TAG.SegmentedBluePaletteData,
  },
] as const

/** PS3.3 C.7.6.3.1.5 and C.7.9; null where a table is missing or too short. */
export function paletteOf(dataSet: DataSet, signedIndices: boolean): Palette | null {
  const [, first = 0, bits] = numbers(dataSet, TAG.RedPaletteDescriptor, signedIndices ? 'SS' : 'US')
  const [red, green, blue] = CHANNELS.map((channel) => channelEntries(dataSet, channel))
  if (!red || !green || !blue) return null
  const firstMapped = signedIndices ? (first << 16) >> 16 : first & 0xffff
  return { firstMapped, bits: bits === 8 ? 8 : 16, red, green, blue }
}

function channelEntries(dataSet: DataSet, channel: (typeof CHANNELS)[number]): Uint16Array | null {
  const [count = 0, , bits] = numbers(dataSet, channel.descriptor)
  return (
    tableEntries(dataSet, channel.data, count) ??
    segmentedEntries(dataSet, channel.segmented, { count, bits: bits ?? 16 })
  )
}

/** PS3.3 C.7.9.2: runs of values, straight lines, and copies of segments that came before. */
function segmentedEntries(
  dataSet: DataSet,
  tag: number,
  { count, bits }: { count: number; bits: number },
): Uint16Array | null {
  const element = dataSet.elements.get(tag)
  if (!element) return null
  const length = (count & 0xffff) === 0 ? 65_536 : count & 0xffff
  const bytes = valueBytes(dataSet, element)
  const words = bits === 8 ? [...bytes] : numbers(dataSet, tag)
  const entries: number[] = []
  let at = 0
  while (at + 1 < words.length && entries.length < length) {
    if (words[at] === 2) {
      copySegments(words, entries, { segments: words[at + 1]!, from: indirectStart(words, at, bits) })
      at += bits === 8 ? 6 : 4
    } else at = appendSegment(words, at, entries)
  }
  return entries.length >= length ? Uint16Array.from(entries.slice(0, length)) : null
}

/** Appends the discrete (0) or linear (1) segment at `at`; says where the next one is. */
function appendSegment(words: readonly number[], at: number, entries: number[]): number {
  const [kind, count] = [words[at]!, words[at + 1]!]
  if (kind === 0) {
    entries.push(...words.slice(at + 2, at + 2 + count))
    return at + 2 + count
  }
  if (kind !== 1) return words.length
  const from = entries.at(-1) ?? 0
  const to = words[at + 2] ?? from
  for (let i = 1; i <= count; i++) entries.push(Math.round(from + ((to - from) * i) / count))
  return at + 3
}

/** C.7.9.2.3: segments within copied ones are never indirect themselves. */
function copySegments(
  words: readonly number[],
  entries: number[],
  copy: { segments: number; from: number },
): void {
  let at = copy.from
  for (let i = 0; i < copy.segments && at + 1 < words.length; i++) {
    if (words[at] === 2 || entries.length > 65_536) return
    at = appendSegment(words, at, entries)
  }
}

// The offset is in bytes: two words of 16 bits, or four of 8, lowest first.
function indirectStart(words: readonly number[], at: number, bits: number): number {
  if (bits === 8) return words[at + 2]! + (words[at + 3] ?? 0) * 0x100 + (words[at + 4] ?? 0) * 0x10000
  return (words[at + 2]! + (words[at + 3] ?? 0) * 0x10000) / 2
}
