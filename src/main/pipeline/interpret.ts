import type { Band, Finding, Likeness } from '../../shared/analysis.ts'
import type { Card, CardLabel } from '../../shared/card.ts'
import { probability } from '../../shared/units.ts'
import { isUnlike } from './gate/likeness.ts'
import type { Outputs } from './infer.ts'

export interface Interpretation {
  readonly findings: readonly Finding[]
  readonly label: string
  readonly band: Band
}

/**
 * Sets the scores against the card's operating points. A score too near its point to be called is indeterminate, and so
 * is every score of a film unlike those that the points were chosen on.
 */
export function interpret(
  { probabilities }: Pick<Outputs, 'probabilities'>,
  card: Card,
  likeness: Likeness | null,
): Interpretation {
  const unlike = likeness !== null && isUnlike(likeness)
  const scored = card.labels.map((label, i) => findingOf(label, asShare(probabilities[i]!)))
  const findings = unlike ? scored.map(inDoubt) : scored
  const band = overall(findings)
  return { findings, label: likeliest(namedBy(band, findings)).label, band }
}

// A softmax in 32 bits may come out a hair above one.
function asShare(value: number): number {
  return Math.min(Math.max(value, 0), 1)
}

function findingOf(label: CardLabel, score: number): Finding {
  const [low, high] = label.indeterminate
  const band: Band = score >= high ? 'positive' : score < low ? 'negative' : 'indeterminate'
  return {
    label: label.id,
    name: label.name,
    finding: label.finding,
    probability: probability(score),
    threshold: label.threshold,
    band,
  }
}

function inDoubt(finding: Finding): Finding {
  return { ...finding, band: 'indeterminate' }
}

function likeliest(findings: readonly Finding[]): Finding {
  return findings.reduce((best, next) => (next.probability > best.probability ? next : best))
}

// The class that means nothing was found calls no film positive: only a finding does.
function overall(all: readonly Finding[]): Band {
  const bands = all.filter(({ finding }) => finding).map(({ band }) => band)
  if (bands.includes('positive')) return 'positive'
  return bands.includes('indeterminate') ? 'indeterminate' : 'negative'
}

/** Beside a band stands a finding that has it; where nothing was found, any class may. */
function namedBy(band: Band, all: readonly Finding[]): readonly Finding[] {
  return band === 'negative' ? all : all.filter((one) => one.finding && one.band === band)
}
