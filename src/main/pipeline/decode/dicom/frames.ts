import { HilumError } from '../../../../shared/errors.ts'
import type { Element, Fragment } from './data-set.ts'
import type { DicomFile } from './parse-file.ts'
import { TAG } from './tags.ts'
import { valueBytes } from './values.ts'
import { inWordOrder } from './word-order.ts'

/** The bytes of one frame of native pixel data; fewer than `frameBits` where the file ends early. */
export function nativeFrame(
  file: DicomFile,
  pixelData: Element,
  { frame, frameBits, bitsAllocated }: { frame: number; frameBits: number; bitsAllocated: number },
): { bytes: Buffer; firstBit: number } {
  // PS3.5 8.1.1: frames follow each other without padding, even within a byte.
  const bit = frame * frameBits
  const value = valueBytes(file.dataSet, pixelData)
  const [start, end] = [Math.floor(bit / 8), Math.ceil((bit + frameBits) / 8)]
  const firstBit = bit - start * 8
  if (bitsAllocated > 8) return { bytes: value.subarray(start, end), firstBit }
  // A frame may begin and end within a word. All frames would be turned once for each of them.
  const firstWord = start - (start % 2)
  const words = inWordOrder(value.subarray(firstWord, end + (end % 2)), {
    littleEndian: file.dataSet.littleEndian,
    vr: pixelData.vr,
  })
  return { bytes: words.subarray(start - firstWord, end - firstWord), firstBit }
}

/** The codestream of one frame of encapsulated pixel data, its fragments joined (PS3.5 A.4). */
export function encapsulatedFrame(
  file: DicomFile,
  pixelData: Element,
  { frame, frames }: { frame: number; frames: number },
): Buffer {
  const [offsetTable, ...fragments] = pixelData.fragments ?? []
  if (!offsetTable || fragments.length === 0) {
    throw new HilumError(
      'DECODE_TRUNCATED',
      `${file.name} has no picture in its pixel data; copy it again from its source.`,
    )
  }
  const groups = frames === 1 ? [fragments] : framesOfFragments(file, offsetTable, fragments, frames)
  const group = groups[frame]
  if (!group) {
    throw new HilumError(
      'DECODE_TRUNCATED',
      `${file.name} says that it has ${frames} frames and holds ${groups.length}; frame ${frame + 1} is missing.`,
    )
  }
  const pieces = group.map(({ start, length }) => file.dataSet.bytes.subarray(start, start + length))
  return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
}

/** Fragments by frame: one each, else as the offset table says, else by how their codestreams start. */
function framesOfFragments(
  file: DicomFile,
  offsetTable: Fragment,
  fragments: readonly Fragment[],
  frames: number,
): (readonly Fragment[])[] {
  if (fragments.length <= frames) return fragments.map((fragment) => [fragment])
  const told = startsByTable(file, offsetTable, fragments)
  const starts = told?.length === frames ? told : startsByContent(file, fragments)
  // A frame that is missing, or one more than the header counts, leaves the others what they are.
  if (starts.length === 0) {
    throw new HilumError(
      'DECODE_DAMAGED',
      `${file.name} has ${frames} frames in ${fragments.length} fragments and does not say which belong together.`,
    )
  }
  return starts.map((start, i) => fragments.slice(start, starts[i + 1]))
}

// PS3.5 A.4: offsets count from the first fragment's item tag, which stands 8 bytes before its value. A table that
// points anywhere but at fragments is not believed.
function startsByTable(file: DicomFile, table: Fragment, fragments: readonly Fragment[]): number[] | null {
  const first = fragments[0]
  const offsets = tableOffsets(file, table)
  if (!first || offsets.length === 0) return null
  const indexAt = new Map(fragments.map(({ start }, i) => [start - first.start, i]))
  const starts = offsets.map((offset) => indexAt.get(offset) ?? -1)
  const rising = starts.every((start, i) => start >= 0 && (i === 0 || start > (starts[i - 1] ?? 0)))
  return rising && starts[0] === 0 ? starts : null
}

/** The basic offset table, or the extended one where that is empty (PS3.3 C.7.6.3.1.8). */
function tableOffsets(file: DicomFile, table: Fragment): number[] {
  const { bytes, elements } = file.dataSet
  if (table.length >= 4) {
    return Array.from({ length: table.length >>> 2 }, (_, i) => bytes.readUInt32LE(table.start + 4 * i))
  }
  const extended = elements.get(TAG.ExtendedOffsetTable)
  if (!extended) return []
  return Array.from({ length: extended.length >>> 3 }, (_, i) =>
    Number(bytes.readBigUInt64LE(extended.start + 8 * i)),
  )
}

function startsByContent(file: DicomFile, fragments: readonly Fragment[]): number[] {
  return fragments.flatMap(({ start, length }, i) =>
    startsCodestream(file.dataSet.bytes, start, length) ? [i] : [],
  )
}

// A JPEG or JPEG-LS frame starts with SOI and another marker, a JPEG 2000 one with SOC and SIZ; either that or one of
// JPEG XL may stand in boxes, of which the first is a signature.
function startsCodestream(bytes: Buffer, start: number, length: number): boolean {
  if (length < 12) return false
  const four = bytes.readUInt32BE(start)
  return four >>> 8 === 0xffd8ff || four === 0xff4fff51 || four >>> 16 === 0xff0a || four === 0x0000000c
}
