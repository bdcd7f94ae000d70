import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shortName } from './short-name.ts'

const cases = [
  ['COVID-19', 'COVID-19 pneumonia', 'COVID-19'],
  ['Viral pneumonia', 'Viral pneumonia of other cause', 'Viral pneumonia'],
  ['Other disease', 'Other lung disease', 'Other disease'],
  ['Pneumonia', 'Bacterial pneumonia', 'Pneumonia'],
  ['No finding', 'No finding', 'No finding'],
  ['c1', 'Tuberculosis', 'Tuberculosis'],
  ['tb', 'Tuberculosis, active', 'Tuberculosis, active'],
] as const

for (const [label, name, shown] of cases) {
  test(`“${name}”, which is “${label}” in tables, is called “${shown}”`, () => {
    assert.equal(shortName(label, name), shown)
  })
}
