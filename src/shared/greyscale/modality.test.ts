// PS3.3 C.11.1.1: output = slope * stored + intercept, or the entry of a table.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modalityValue } from './modality.ts'
import type { ModalityTransform } from './grey-transform.ts'

const rescale = (slope: number, intercept: number): ModalityTransform => ({
  kind: 'rescale',
  slope,
  intercept,
  unit: '',
})
const table = (firstMapped: number, entries: readonly number[]): ModalityTransform => ({
  kind: 'table',
  table: { firstMapped, bits: 16, entries: Uint16Array.from(entries), name: '' },
})

// what, the transform, stored value, modality value
const cases: readonly (readonly [string, ModalityTransform, number, number])[] = [
  ['identity', rescale(1, 0), 1234, 1234],
  ['CT: -1024 + x', rescale(1, -1024), 0, -1024],
  ['a slope of a half', rescale(0.5, 10), 3, 11.5],
  ['a negative slope', rescale(-1, 4095), 4095, 0],
  ['a negative stored value', rescale(2, 1), -3, -5],
  ['a table', table(0, [7, 8, 9]), 1, 8],
  ['below the table', table(10, [7, 8, 9]), 3, 7],
  ['the first entry of the table', table(10, [7, 8, 9]), 10, 7],
  ['above the table', table(10, [7, 8, 9]), 500, 9],
  ['a table that starts below zero', table(-1, [7, 8, 9]), 0, 8],
]

for (const [name, transform, stored, expected] of cases) {
  test(name, () => assert.equal(modalityValue(stored, transform), expected))
}
