import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCounts } from './e2e.ts'
import { totals } from './outcome.ts'

const cases: [name: string, ok: boolean, output: string, expected: string][] = [
  ['a run that passes', true, 'a ✓\ne2e: 12 passed, 0 failed, 1 skipped', '12 passed, 0 failed, 1 skipped'],
  ['a run without skipped specs', true, 'e2e: 2 passed, 0 failed', '2 passed, 0 failed'],
  ['a run with failures', false, 'e2e: 10 passed, 2 failed, 0 skipped', '10 passed, 2 failed'],
  [
    'the last of several lines of counts',
    true,
    'e2e: 1 passed, 0 failed\ne2e: 4 passed, 0 failed',
    '4 passed, 0 failed',
  ],
  [
    'a program that fails without counting a failure is one',
    false,
    'e2e: 3 passed, 0 failed',
    '3 passed, 1 failed',
  ],
  ['a program that ends without counts is a failure', true, 'no such file', '0 passed, 1 failed'],
  ['a suite skipped as a whole', true, 'e2e: 0 passed, 0 failed, 1 skipped', '0 passed, 0 failed, 1 skipped'],
]

for (const [name, ok, output, expected] of cases) {
  test(name, () => assert.equal(totals(readCounts({ ok, output })), expected))
}

test('what else the run says of itself is kept as remarks', () => {
  const output = 'e2e: on Chromium 156 through the stand-in for Electron\nsomething\ne2e: 2 passed, 0 failed'
  assert.deepEqual(readCounts({ ok: true, output }).remarks, [
    'e2e: on Chromium 156 through the stand-in for Electron',
  ])
})
