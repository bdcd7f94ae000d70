import assert from 'node:assert/strict'
import { test } from 'node:test'
import { insideLungsWords } from './inside-lungs-words.ts'

const flag = 'The score may come from outside the lungs.'
const cases = [
  [0.629, { share: '62% of the map lies inside the lungs.', flag: '' }],
  [0.5, { share: '50% of the map lies inside the lungs.', flag: '' }],
  [0.4999, { share: '49% of the map lies inside the lungs.', flag }],
  [0, { share: '0% of the map lies inside the lungs.', flag }],
  [1, { share: '100% of the map lies inside the lungs.', flag: '' }],
  [null, { share: '', flag: '' }],
] as const

for (const [insideLungs, words] of cases) {
  test(`${insideLungs} inside the lungs reads “${words.share} ${words.flag}”`, () => {
    assert.deepEqual(insideLungsWords({ insideLungs }), words)
  })
}
