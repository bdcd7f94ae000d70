import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameEnds } from './name-ends.ts'

const cases: readonly (readonly [string, readonly [string, string]])[] = [
  ['chest-2.dcm', ['chest-2.dcm', '']],
  ['exactly-22-letters.dcm', ['exactly-22-letters.dcm', '']],
  ['series-4-image-000123456.dcm', ['series-4-image-', '000123456.dcm']],
  // A family of three people is one letter to a reader and eight code units to JavaScript.
  ['thorax-of-a-family-👨‍👩‍👧-1234567.dcm', ['thorax-of-a-family-', '👨‍👩‍👧-1234567.dcm']],
  ['صورة الصدر الأمامية للمريض رقم سبعة.png', ['صورة الصدر الأمامية للمريض رقم سبعة.png', '']],
]

for (const [name, ends] of cases) {
  test(`of ${name} “${ends[1]}” stays`, () => {
    assert.deepEqual(nameEnds(name), ends)
  })
}
