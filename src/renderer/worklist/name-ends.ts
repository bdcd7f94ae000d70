// Names of one export differ at their end, which a narrow column would cut off.

// "…IM-000123.dcm": a number and its ending.
const END_LENGTH = 13
const SHORT = 22
// Between two halves of a name that is read from the right, the cut would fall at the wrong place.
const FROM_THE_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The part of a name that may be cut off, and the end that stays. Of a short name nothing need stay. */
export function nameEnds(name: string): readonly [string, string] {
  if (name.length <= SHORT || FROM_THE_RIGHT.test(name)) return [name, '']
  const letters = Array.from(graphemes.segment(name), ({ segment }) => segment)
  return [letters.slice(0, -END_LENGTH).join(''), letters.slice(-END_LENGTH).join('')]
}
