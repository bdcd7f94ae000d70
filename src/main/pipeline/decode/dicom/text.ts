import { characterSetsOf, decodeText } from './character-sets.ts'
import type { DataSet, Tag } from './data-set.ts'

/** Text in the file's character set, its values still divided by backslashes, padding taken off. */
export function text(dataSet: DataSet, tag: Tag): string {
  const element = dataSet.elements.get(tag)
  if (!element || element.items || element.fragments) return ''
  const bytes = dataSet.bytes.subarray(element.start, element.start + element.length)
  return decodeText(bytes, characterSetsOf(dataSet)).replace(/^[\0\s]+|[\0\s]+$/g, '')
}

/** PS3.5 6.2.1: alphabetic, ideographic and phonetic group. Empty components at a group's end are left out. */
export function personName(dataSet: DataSet, tag: Tag): string {
  const groups = text(dataSet, tag).split('=')
  return groups
    .map((group) => group.trim().replace(/\^+$/, ''))
    .join('=')
    .replace(/=+$/, '')
}
