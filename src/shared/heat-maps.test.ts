import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ExplanationMethod, HeatMap } from './analysis.ts'
import { mapOf, methodsOf } from './heat-maps.ts'

const map = (label: string, method: ExplanationMethod) => ({ label, method }) as HeatMap
const maps = [map('a', 'hiresmap'), map('b', 'hiresmap'), map('a', 'gradcam'), map('b', 'gradcam')]

const cases = [
  // label, method asked for, method found
  ['a', undefined, 'hiresmap'],
  ['b', undefined, 'hiresmap'],
  ['b', 'hiresmap', 'hiresmap'],
  ['b', 'gradcam', 'gradcam'],
  ['c', 'gradcam', undefined],
  ['c', undefined, undefined],
] as const

for (const [label, method, found] of cases) {
  test(`the map of “${label}” by ${method ?? 'the card’s own method'}: ${found ?? 'none'}`, () => {
    const one = mapOf(maps, label, method)
    assert.deepEqual([one?.label, one?.method], found === undefined ? [undefined, undefined] : [label, found])
  })
}

test('the methods are those of the maps, the card’s own first', () => {
  assert.deepEqual(methodsOf(maps), ['hiresmap', 'gradcam'])
  assert.deepEqual([methodsOf([]), mapOf([], 'a')], [[], undefined])
})
