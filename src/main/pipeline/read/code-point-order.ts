/**
 * The order of Unicode code points, the same on every machine and in every language. Comparing strings with `<`
 * compares UTF-16 units, which puts characters beyond U+FFFF before U+E000 to U+FFFF.
 */
export function byCodePoint(first: string, second: string): number {
  const length = Math.min(first.length, second.length)
  for (let i = 0; i < length; i++) {
    const a = first.charCodeAt(i)
    const b = second.charCodeAt(i)
    if (a !== b) return rank(a) - rank(b)
  }
  return first.length - second.length
}

/** Surrogates, 0xD800 to 0xDFFF, stand for what lies beyond every other unit. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
