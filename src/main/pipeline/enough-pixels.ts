import type { Card } from '../../shared/card.ts'
import type { LungFinder } from './locate.ts'

/**
 * Pixels of the film for one of a model's input. A halved picture lacks detail, of which the filter that shrinks it to
 * the input lets the less through the more it shrinks. ARCHITECTURE.md says how far scores move with these.
 */
const FOR_ONE = 4

/** For the lungs' mask, a blunter thing. */
const FOR_ONE_OF_MASK = 3

/** So many pixels along a film's shorter side are enough for its score. The film and the model alone decide it. */
export function enoughPixels(
  { width, height }: Pick<Card['input'], 'width' | 'height'>,
  finder: LungFinder | null,
): number {
  const seen = FOR_ONE * Math.max(width, height)
  if (finder === null) return seen
  const { input } = finder.card
  return Math.max(seen, FOR_ONE_OF_MASK * Math.max(input.width, input.height))
}
