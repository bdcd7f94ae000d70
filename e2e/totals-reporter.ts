// Counts the tests of a run for scripts/e2e.ts, which says the totals.
import { writeFileSync } from 'node:fs'
import type { FullResult, Reporter, Suite } from '@playwright/test/reporter'

export interface Totals {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** Names the file that takes the totals. */
export const TOTALS_VARIABLE = 'HILUM_E2E_TOTALS'

export default class TotalsReporter implements Reporter {
  #suite: Suite | undefined
  #errors = 0

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite
  }

  /** An error outside any test: a spec that does not load, a worker that dies. */
  onError(): void {
    this.#errors += 1
  }

  printsToStdio(): boolean {
    return false
  }

  onEnd(result: FullResult): void {
    const tests = this.#suite?.allTests() ?? []
    const count = (...outcomes: readonly string[]) =>
      tests.filter((one) => outcomes.includes(one.outcome())).length
    const passed = count('expected', 'flaky')
    const skipped = count('skipped')
    // A run that was cut short has failed even where each test that ran has passed.
    const cut = result.status === 'passed' || count('unexpected') + this.#errors > 0 ? 0 : 1
    const failed = count('unexpected') + this.#errors + cut
    const file = process.env[TOTALS_VARIABLE]
    if (file !== undefined) writeFileSync(file, JSON.stringify({ passed, failed, skipped } satisfies Totals))
  }
}
