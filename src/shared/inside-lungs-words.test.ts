import assert from 'node:assert/strict'
import { test } from 'node:test'
import { insideLungsWords } from './inside-lungs-words.ts'

const flag = 'The score may come from outside the lungs.'
const cases = [
  [0.629, { share: 'Inside the lungs: 62%.', flag: '' }],
  [0.5, { share: 'Inside the lungs: 50%.', flag: '' }],
  [0.4999, { share: 'Inside the lungs: 49%.', flag }],
  [0, { share: 'Inside the lungs: 0%.', flag }],
  [1, { share: 'Inside the lungs: 100%.', flag: '' }],
  [null, { share: '', flag: '' }],
] as const

for (const [insideLungs, words] of cases) {
  test(`${insideLungs} inside the lungs reads “${words.share} ${words.flag}”`, () => {
    assert.deepEqual(insideLungsWords({ insideLungs }), words)
  })
}
