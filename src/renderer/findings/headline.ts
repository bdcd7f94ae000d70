import type { Card } from '../../shared/card.ts'
import { strings } from '../../shared/strings.en.ts'

const { window: words } = strings

/** The figure that a model is known by: its card's first, never without its interval and what it was measured on. */
export function headline({ figures }: Pick<Card, 'figures'>): string {
  const [first] = figures
  if (first === undefined) return words.noFigures
  const { name, value, low, high, split } = first
  return words.headline(name, value.toFixed(2), words.figureInterval(low.toFixed(2), high.toFixed(2)), split)
}
