const MOST = 3

/** The first few of many names, for a sentence: “a, b, c and 2 more”. */
export function someNames(names: readonly string[]): string {
  const rest = names.length - MOST
  if (rest > 0) return `${names.slice(0, MOST).join(', ')} and ${rest.toLocaleString('en-GB')} more`
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
