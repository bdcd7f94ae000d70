// Values of elements, by what is asked of them. Empty where the element is missing or says nothing that can be used.

import type { DataSet, Element, Tag } from './data-set.ts'

/** Numbers of a binary VR, or of IS and DS. Where the syntax writes no VR, two bytes a value, of the sign given. */
export function numbers(
  dataSet: DataSet,
  tag: Tag,
  unknownVr: 'US' | 'SS' | 'DS' | 'UL' | 'FD' = 'US',
): number[] {
  const element = dataSet.elements.get(tag)
  if (!element) return []
  const vr = element.vr === 'UN' || element.vr === 'OW' ? unknownVr : element.vr
  switch (vr) {
    case 'DS':
    case 'IS':
    // Text is no VR of a number, but what some writers give one.
    case 'LO':
    case 'SH':
    case 'CS':
    case 'LT':
    case 'ST':
    case 'UT':
      return decimalStrings(dataSet, element)
    case 'US':
      return binary(element, 2, (at) => uint(dataSet, at, 2))
    case 'SS':
      return binary(element, 2, (at) => (uint(dataSet, at, 2) << 16) >> 16)
    case 'UL':
      return binary(element, 4, (at) => uint(dataSet, at, 4))
    case 'SL':
      return binary(element, 4, (at) => uint(dataSet, at, 4) | 0)
    case 'FL':
      return binary(element, 4, (at) =>
        dataSet.littleEndian ? dataSet.bytes.readFloatLE(at) : dataSet.bytes.readFloatBE(at),
      )
    case 'FD':
      return binary(element, 8, (at) =>
        dataSet.littleEndian ? dataSet.bytes.readDoubleLE(at) : dataSet.bytes.readDoubleBE(at),
      )
    default:
      return []
  }
}

/** The first of `numbers`, or null. */
export function number(
  dataSet: DataSet,
  tag: Tag,
  unknownVr: 'US' | 'SS' | 'DS' | 'UL' | 'FD' = 'US',
): number | null {
  return numbers(dataSet, tag, unknownVr)[0] ?? null
}

/** A code string, UID, date or other value of the default repertoire, without its padding. */
export function code(dataSet: DataSet, tag: Tag): string {
  return codes(dataSet, tag)[0] ?? ''
}

export function codes(dataSet: DataSet, tag: Tag): string[] {
  const element = dataSet.elements.get(tag)
  if (!element || element.items) return []
  const text = dataSet.bytes.toString('latin1', element.start, element.start + element.length)
  return text === '' ? [] : text.split('\\').map((part) => part.replace(/^[\0\s]+|[\0\s]+$/g, ''))
}

export function items(dataSet: DataSet, tag: Tag): readonly DataSet[] {
  return dataSet.elements.get(tag)?.items ?? []
}

export function valueBytes(dataSet: DataSet, element: Element): Buffer {
  return dataSet.bytes.subarray(element.start, element.start + element.length)
}

// PS3.5 6.2, DS: digits, sign, point, exponent. Anything else is no number, and a number must not be made of it.
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/

function decimalStrings(dataSet: DataSet, element: Element): number[] {
  const text = dataSet.bytes.toString('latin1', element.start, element.start + element.length)
  const parts = text.split('\\').map((part) => part.replace(/^[\0\s]+|[\0\s]+$/g, ''))
  // A backslash behind the last value is no value more.
  if (parts.at(-1) === '') parts.pop()
  return parts.every((part) => DECIMAL.test(part)) ? parts.map(Number) : []
}

function binary(element: Element, size: number, read: (at: number) => number): number[] {
  return Array.from({ length: Math.floor(element.length / size) }, (_, i) => read(element.start + i * size))
}

function uint(dataSet: DataSet, at: number, size: 2 | 4): number {
  return dataSet.littleEndian ? dataSet.bytes.readUIntLE(at, size) : dataSet.bytes.readUIntBE(at, size)
}
