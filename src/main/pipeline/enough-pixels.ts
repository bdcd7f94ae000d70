import type { Card } from '../../shared/card.ts'
import type { LungFinder } from './locate.ts'

/** The box of a film's lungs is a third of the film at least; it is mostly two. */
const FILMS_IN_LUNGS = 3

/**
 * Along a film's shorter side, so many pixels are what a model sees of it: of what is finer it needs no more than is left
 * when it is shrunk to these. The film and the model alone decide it.
 */
export function enoughPixels(
  { width, height, view }: Pick<Card['input'], 'width' | 'height' | 'view'>,
  finder: LungFinder | null,
): number {
  const seen = (view === 'lungs' ? FILMS_IN_LUNGS : 1) * Math.max(width, height)
  if (finder === null) return seen
  const { input } = finder.card
  return Math.max(seen, input.width, input.height)
}
