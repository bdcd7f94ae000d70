import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { addUp, demandTests, failure, PASSED, skippedOf, totals, type Outcome } from './outcome.ts'

const outcome = (passed: number, failed: number, skips: [string, number][] = []): Outcome => ({
  ...PASSED,
  passed,
  failed,
  skips: new Map(skips),
})

suite('the totals', () => {
  const cases: [string, Outcome, string][] = [
    ['without skipped tests', outcome(3, 0), '3 passed, 0 failed'],
    ['with failures', outcome(0, 2), '0 passed, 2 failed'],
    ['with skipped tests', outcome(3, 1, [['a', 2], ['b', 1]]), '3 passed, 1 failed, 3 skipped'], // prettier-ignore
  ]
  for (const [name, given, expected] of cases) {
    test(name, () => assert.equal(totals(given), expected))
  }

  test('of several suites are added up, skips by reason', () => {
    const all = addUp([outcome(1, 0, [['no films', 2]]), outcome(2, 1, [['no films', 1], ['no GPU', 4]])]) // prettier-ignore
    assert.equal(totals(all), '3 passed, 1 failed, 7 skipped')
    assert.deepEqual([...all.skips], [['no films', 3], ['no GPU', 4]]) // prettier-ignore
  })
})

suite('a suite that runs nothing', () => {
  test('fails', () => {
    const judged = demandTests(outcome(0, 0), true)
    assert.equal(judged.failed, 1)
    assert.match(judged.details, /ran nothing: it found no test\.$/)
  })
  test('fails where all was skipped and must not be', () => {
    const judged = demandTests(outcome(0, 0, [['no browser', 12]]), false)
    assert.equal(judged.failed, 1)
    assert.equal(skippedOf(judged), 12)
    assert.match(judged.details, /all its 12 tests were skipped/)
  })
  test('is let be where it may be skipped as a whole', () => {
    assert.equal(demandTests(outcome(0, 0, [['no browser', 1]]), true).failed, 0)
  })
  test('is not one that failed', () => {
    const failed = failure('boom')
    assert.equal(demandTests(failed, false), failed)
  })
})
