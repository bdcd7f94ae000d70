// Whether a film is like those that trained the model, as far as the model's own features tell.

import type { Likeness, Warning } from '../../../shared/analysis.ts'
import type { Card, FeatureGate } from '../../../shared/card.ts'

export function likenessOf(features: Float32Array | null, { gate }: Card): Likeness | null {
  if (features === null || gate.features === undefined) return null
  return { distance: featureDistance(features, gate.features), limit: gate.features.limit }
}

export function isUnlike({ distance, limit }: Likeness): boolean {
  return distance > limit
}

/** The formula stands with the card's schema. */
export function featureDistance(features: Float32Array, gate: FeatureGate): number {
  const away = gate.mean.map((mean, i) => features[i]! - mean)
  // A loop: with `reduce` its thousands of numbers took a film longer than most that is done to it.
  let everywhere = 0
  for (let i = 0; i < away.length; i++) everywhere += gate.precision[i]! * away[i]! ** 2
  const along = gate.directions.reduce((sum, axis, k) => sum + gate.weights[k]! * dot(axis, away) ** 2, 0)
  // Rounded weights may leave a hair below 0 of what is 0.
  return Math.sqrt(Math.max(0, everywhere + along) / away.length)
}

function dot(one: readonly number[], other: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!
  return sum
}

export function likenessWarning(likeness: Likeness | null): Warning[] {
  if (likeness === null || !isUnlike(likeness)) return []
  const { distance, limit } = likeness
  const message =
    'The score is indeterminate: the film is unlike the films this model was trained on ' +
    `(distance ${distance.toFixed(2)}, limit ${limit.toFixed(2)}).`
  return [{ code: 'GATE_UNLIKE_TRAINING', message }]
}
