import { strings } from '../strings.en.ts'
import { angleBetween, lengthOf, type Scale } from './measure.ts'
import type { Line, Measured } from './measured.ts'

const { window: words } = strings

/** What stands beside each line on the film; what is missing is left out until it is drawn. */
export function lineWords(mark: Measured, scale: Scale): readonly string[] {
  return wordsOf(mark, scale, words.shortRatio)
}

function wordsOf(
  { kind, lines }: Measured,
  scale: Scale,
  ratio: (value: string) => string,
): readonly string[] {
  const lengths = lines.map((line) => lengthWords(lengthOf(line, scale), scale))
  switch (kind) {
    case 'length':
      return lengths
    case 'angle':
      return lines.map((line, i) => (i === 0 ? '' : angleWords(lines[0]!, line, scale)))
    case 'ratio':
      return lengths.map((length, i) =>
        i === 0
          ? words.heart(length)
          : `${words.chest(length)}, ${ratio(ratioOf(lines[0]!, lines[i]!, scale))}`,
      )
  }
}

/** All that a mark measures, in one line. */
export function markText(mark: Measured, scale: Scale): string {
  const text = wordsOf(mark, scale, words.ratio)
    .filter((words) => words !== '')
    .join('; ')
  return mark.kind === 'length' ? words.length(text) : text
}

function angleWords(one: Line, other: Line, scale: Scale): string {
  return words.angle(angleBetween(one, other, scale).toFixed(1))
}

function ratioOf(heart: Line, chest: Line, scale: Scale): string {
  return (lengthOf(heart, scale) / lengthOf(chest, scale)).toFixed(2)
}

/** The basis stands with every number: millimetres at the detector are not those in the patient. */
function lengthWords(length: number, { basis }: Scale): string {
  if (basis === 'pixels') return words.pixelLength(length.toFixed(0))
  return words.millimetres(length.toFixed(length < 100 ? 1 : 0), words.basis[basis])
}
