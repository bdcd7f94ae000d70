import type { DataSet, Tag } from './data-set.ts'

/** Text in the file's character set, its values still divided by backslashes, padding taken off. */
export function text(dataSet: DataSet, tag: Tag): string {
  const element = dataSet.elements.get(tag)
  if (!element || element.items || element.fragments) return ''
  const bytes = dataSet.bytes.subarray(element.start, element.start + element.length)
  return new TextDecoder('latin1').decode(bytes).replace(/^[\0\s]+|[\0\s]+$/g, '')
}
