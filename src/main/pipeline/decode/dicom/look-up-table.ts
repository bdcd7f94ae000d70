import type { LookUpTable } from '../../../../shared/greyscale/grey-transform.ts'
import type { DataSet } from './data-set.ts'
import { TAG } from './tags.ts'
import { text } from './text.ts'
import { numbers, valueBytes } from './values.ts'
import { inWordOrder } from './word-order.ts'

/** An item of a Modality or VOI LUT Sequence (PS3.3 C.11.1.1, C.11.2.1.1); null where it cannot be one. */
export function lookUpTable(item: DataSet, signedInput: boolean): LookUpTable | null {
  const [count, first, bits] = numbers(item, TAG.LutDescriptor, signedInput ? 'SS' : 'US')
  if (count === undefined || first === undefined || bits === undefined) return null
  const entries = tableEntries(item, TAG.LutData, count)
  if (!entries || bits < 1 || bits > 16) return null
  return {
    firstMapped: signedInput ? (first << 16) >> 16 : first,
    bits: Math.max(bits, bitsOfLargest(entries)),
    entries,
    name: text(item, TAG.LutExplanation),
  }
}

/** Some descriptors say 8 bits before entries of 12, of which all but the first sixteenth would be white. */
function bitsOfLargest(entries: Uint16Array): number {
  return 32 - Math.clz32(entries.reduce((largest, entry) => Math.max(largest, entry), 0))
}

/** Entries of 16 bits, or of 8 where there are only so many bytes. A count of 0 means 65,536. */
export function tableEntries(dataSet: DataSet, tag: number, descriptorCount: number): Uint16Array | null {
  const element = dataSet.elements.get(tag)
  if (!element) return null
  const bytes = valueBytes(dataSet, element)
  const { littleEndian } = dataSet
  const stated = descriptorCount & 0xffff
  const count = stated === 0 ? 65_536 : stated
  if (bytes.length >= 2 * count) {
    return Uint16Array.from({ length: count }, (_, i) =>
      littleEndian ? bytes.readUInt16LE(2 * i) : bytes.readUInt16BE(2 * i),
    )
  }
  if (bytes.length < count) return null
  return Uint16Array.from(inWordOrder(bytes, { littleEndian, vr: element.vr }).subarray(0, count))
}
