import { strings } from '../strings.en.ts'
import { angleBetween, lengthOf, type Scale } from './measure.ts'
import type { Measured } from './measured.ts'

const { window: words } = strings

/** What a mark measures, in a line; what is missing is left out until it is drawn. */
export function markWords({ kind, lines }: Measured, scale: Scale): string {
  const [first, second] = lines
  if (!first) return ''
  switch (kind) {
    case 'length':
      return words.length(lengthWords(lengthOf(first, scale), scale))
    case 'angle':
      return second ? words.angle(angleBetween(first, second, scale).toFixed(1)) : ''
    case 'ratio':
      return second ? words.ratio((lengthOf(first, scale) / lengthOf(second, scale)).toFixed(2)) : ''
  }
}

/** What stands beside each line on the film. */
export function lineWords(mark: Measured, scale: Scale): readonly string[] {
  const { kind, lines } = mark
  const lengths = lines.map((line) => lengthWords(lengthOf(line, scale), scale))
  const last = lines.length - 1
  switch (kind) {
    case 'length':
      return lengths
    case 'angle':
      return lines.map((_, i) => (i === last && i > 0 ? markWords(mark, scale) : ''))
    case 'ratio':
      return lengths.map((length, i) => {
        const name = i === 0 ? words.heart(length) : words.chest(length)
        return i > 0 ? `${name}, ${markWords(mark, scale)}` : name
      })
  }
}

/** The basis stands with every number: millimetres at the detector are not those in the patient. */
function lengthWords(length: number, { basis }: Scale): string {
  if (basis === 'pixels') return words.pixelLength(length.toFixed(0))
  return words.millimetres(length.toFixed(length < 100 ? 1 : 0), words.basis[basis])
}
