/**
 * A class in few letters: its label, where that is a few words of its long name. A label of other words may be a code,
 * which says nothing to a reader.
 */
export function shortName(label: string, name: string): string {
  const all = name.toLowerCase().split(/\s+/)
  const some = label.toLowerCase().split(/\s+/)
  return some.every((word) => all.includes(word)) ? label : name
}
