// What came of one suite, and how the totals are said.

export interface Outcome {
  readonly passed: number
  readonly failed: number
  /** How many were skipped for each reason. */
  readonly skips: ReadonlyMap<string, number>
  /** Everything there is to know of the failures; printed only if there are any. */
  readonly details: string
  /** Lines worth showing of a suite that passed, too. */
  readonly remarks: readonly string[]
}

export const PASSED: Outcome = { passed: 1, failed: 0, skips: new Map(), details: '', remarks: [] }

export function failure(details: string): Outcome {
  return { ...PASSED, passed: 0, failed: 1, details }
}

export function skippedOf({ skips }: Outcome): number {
  return [...skips.values()].reduce((sum, count) => sum + count, 0)
}

/** A suite that runs nothing proves nothing; only where a whole suite may be passed over is that no failure. */
export function demandTests(outcome: Outcome, mayBeSkipped: boolean): Outcome {
  if (outcome.passed + outcome.failed > 0) return outcome
  const skipped = skippedOf(outcome)
  if (skipped > 0 && mayBeSkipped) return outcome
  const why = skipped > 0 ? `all its ${skipped} tests were skipped` : 'it found no test'
  return { ...outcome, failed: 1, details: `${outcome.details}\nThe suite ran nothing: ${why}.`.trimStart() }
}

export function addUp(outcomes: readonly Outcome[]): Outcome {
  const skips = new Map<string, number>()
  for (const [reason, count] of outcomes.flatMap((each) => [...each.skips])) {
    skips.set(reason, (skips.get(reason) ?? 0) + count)
  }
  const sum = (count: (each: Outcome) => number) => outcomes.reduce((total, each) => total + count(each), 0)
  return { ...PASSED, passed: sum(({ passed }) => passed), failed: sum(({ failed }) => failed), skips }
}

/** `12 passed, 0 failed, 3 skipped`; the skipped are named only where there are any. */
export function totals(outcome: Outcome): string {
  const skipped = skippedOf(outcome)
  return `${outcome.passed} passed, ${outcome.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
