import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Band, Finding, HeatMap } from '../../shared/analysis.ts'
import { probability } from '../../shared/units.ts'
import { explainedMap } from './explained-map.ts'

const finding = (label: string, share: number, band: Band, isFinding = true): Finding => ({
  label,
  name: label,
  finding: isFinding,
  probability: probability(share),
  threshold: 0.4,
  band,
})

const map = (label: string): HeatMap => ({
  label,
  method: 'gradcam',
  rows: 1,
  columns: 1,
  values: Float32Array.of(1),
  fullScale: 1,
  placement: { originX: 0, originY: 0, cellWidth: 1, cellHeight: 1 },
  insideLungs: 1,
})

const NONE = finding('None', 0.6, 'positive', false)
const cases = [
  ['the likeliest finding', [finding('A', 0.41, 'positive'), finding('B', 0.45, 'positive')], 'B'],
  ['one at its operating point', [finding('A', 0.4, 'positive'), NONE], 'A'],
  ['none in doubt below its operating point', [finding('A', 0.39, 'indeterminate'), NONE], undefined],
  [
    'one in doubt above it, on a film unlike those of training',
    [finding('A', 0.5, 'indeterminate'), NONE],
    'A',
  ],
  ['not the class that means nothing was found', [NONE], undefined],
] as const

for (const [which, findings, expected] of cases) {
  test(`of a film ${which} is explained`, () => {
    assert.equal(explainedMap({ findings, maps: [map('A'), map('B'), map('None')] })?.label, expected)
  })
}
