import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { HeatMap } from '../../shared/analysis.ts'
import { strings } from '../../shared/strings.en.ts'
import { probability } from '../../shared/units.ts'
import { heatMapCaption, type CaptionInput } from './heat-map-caption.ts'

const heat = (hottest: number, method: HeatMap['method'] = 'gradcam'): HeatMap => ({
  label: 'A',
  method,
  rows: 1,
  columns: 2,
  values: Float32Array.of(0, hottest),
  fullScale: 4,
  placement: { originX: 50, originY: 50, cellWidth: 100, cellHeight: 100 },
  insideLungs: 0.25,
})

const input: CaptionInput = {
  name: 'a.dcm',
  heat: heat(3),
  grid: false,
  finding: {
    label: 'A',
    name: 'Class A',
    finding: true,
    probability: probability(0.324),
    threshold: 0.343,
    band: 'indeterminate',
  },
  model: { id: 'm', version: '1.0.0', sha256: 'a'.repeat(64) },
}

const texts = (changes: Partial<CaptionInput> = {}) =>
  heatMapCaption({ ...input, ...changes }).map(({ text }) => text)

describe('the caption of a heat map', () => {
  test('says how the score stands to its operating point, the scale, and what the picture is not', () => {
    const [score, name, scale] = texts()
    assert.equal(score, 'Class A: score 0.324, indeterminate; operating point 0.343')
    assert.equal(name, 'a.dcm')
    // 0.15 of 4.
    assert.match(
      scale!,
      /^Grad-CAM; highest value here 3.*, on a fixed scale from 0 to 4.*; below 0\.6.* nothing is drawn$/,
    )
    assert.deepEqual(texts().slice(-2), [strings.caveatMap, strings.notice])
  })

  const { heatCold } = strings.report.film
  const cases = [
    ['that nothing is drawn where the map stays below the scale’s colours', { heat: heat(0.59) }, heatCold],
    ['the grid where it is drawn', { grid: true }, strings.window.gridNote(1, 2)],
    ['how occlusion is made', { heat: heat(3, 'occlusion') }, strings.exports.heatMap.occlusion(65)],
  ] as const
  for (const [what, changes, line] of cases) {
    test(`says ${what}, and else not`, () => {
      assert.ok(texts(changes).includes(line))
      assert.ok(!texts().includes(line))
    })
  }
})
