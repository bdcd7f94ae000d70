import type { ExplanationMethod } from './analysis.ts'
import type { Card } from './card.ts'

/** The value that the method draws as the hottest colour; undefined where the card knows none. */
export function fullScaleOf({ explanation }: Card, method: ExplanationMethod): number | undefined {
  if (explanation.method === 'none') return undefined
  return explanation.method === method ? explanation.fullScale : explanation.scales?.[method]
}
