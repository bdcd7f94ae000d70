import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Finding, HeatMap, ScoredAnalysis } from '../../shared/analysis.ts'
import { probability } from '../../shared/units.ts'
import {
  firstHeatMapChoice,
  heatMapShown,
  updateHeatMapChoice,
  type HeatMapChoice,
} from './heat-map-choice.ts'

const finding = (label: string, share: number): Finding => ({
  label,
  name: label,
  finding: true,
  probability: probability(share),
  threshold: 0.5,
  band: share >= 0.5 ? 'positive' : 'negative',
})

const map = (label: string): HeatMap => ({
  label,
  method: 'gradcam',
  rows: 1,
  columns: 1,
  values: Float32Array.of(1),
  fullScale: 1,
  placement: { originX: 0, originY: 0, cellWidth: 1, cellHeight: 1 },
  insideLungs: null,
})

const analysis: ScoredAnalysis = {
  status: 'scored',
  film: { name: 'a.dcm', sha256: '', frame: 0, frames: 1, rows: 1, columns: 1 },
  model: { id: 'm', version: '1.0.0', sha256: '' },
  provider: 'cpu',
  findings: [finding('a', 0.5), finding('b', 0.3), finding('c', 0.2)],
  label: 'a',
  band: 'positive',
  maps: [map('a'), map('b')],
  lungs: null,
  likeness: null,
  warnings: [],
}

const on: HeatMapChoice = { ...firstHeatMapChoice, on: true }

describe('which heat map is drawn', () => {
  test('none until it is switched on', () => {
    assert.equal(heatMapShown(firstHeatMapChoice, analysis).kind, 'none')
  })

  test('that of the class named first, at its operating point', () => {
    const shown = heatMapShown(on, analysis)
    assert.equal(shown.kind === 'drawn' && shown.map.label, 'a')
  })

  test('that of the likeliest finding where the class named first is none, and so nothing on a negative film', () => {
    const nothing = { ...finding('nothing', 0.75), finding: false }
    const negative: ScoredAnalysis = {
      ...analysis,
      findings: [finding('a', 0.0625), finding('b', 0.1875), nothing],
      label: 'nothing',
      band: 'negative',
      maps: [map('a'), map('b'), map('nothing')],
    }
    const shown = heatMapShown(on, negative)
    assert.equal(shown.kind === 'below' && shown.finding.label, 'b')
    const chosen = heatMapShown({ ...on, label: 'nothing' }, negative)
    assert.equal(chosen.kind === 'drawn' && chosen.map.label, 'nothing')
    const without = heatMapShown(on, { ...negative, findings: [nothing] })
    assert.equal(without.kind === 'drawn' && without.map.label, 'nothing')
  })

  test('none below the operating point', () => {
    const shown = heatMapShown({ ...on, label: 'b' }, analysis)
    assert.equal(shown.kind === 'below' && shown.finding.label, 'b')
  })

  test('below the operating point if the reader asks', () => {
    const shown = heatMapShown({ ...on, label: 'b', belowOperatingPoint: true }, analysis)
    assert.equal(shown.kind === 'drawn' && shown.map.label, 'b')
  })

  test('a class without a map says so', () => {
    assert.equal(heatMapShown({ ...on, label: 'c' }, analysis).kind, 'no-maps')
  })

  test('a class that this model does not know gives way to the one named first', () => {
    const shown = heatMapShown({ ...on, label: 'of another model' }, analysis)
    assert.equal(shown.kind === 'drawn' && shown.map.label, 'a')
  })

  test('that of the method chosen, and of the card’s own where the model has no such maps', () => {
    const both = { ...analysis, maps: [...analysis.maps, { ...map('a'), method: 'hiresmap' as const }] }
    const chosen = updateHeatMapChoice(on, { type: 'heat-map.method-chosen', method: 'hiresmap' })
    const method = (of: ScoredAnalysis, by: HeatMapChoice) => {
      const shown = heatMapShown(by, of)
      return shown.kind === 'drawn' && shown.map.method
    }
    assert.deepEqual(
      [method(both, on), method(both, chosen), method(analysis, chosen)],
      ['gradcam', 'hiresmap', 'gradcam'],
    )
  })

  test('a map that was made by occlusion is drawn although none came with the score', () => {
    const made = { ...analysis, maps: [{ ...map('a'), method: 'occlusion' as const }] }
    const chosen = updateHeatMapChoice(firstHeatMapChoice, {
      type: 'heat-map.method-chosen',
      method: 'occlusion',
    })
    const shown = heatMapShown(chosen, made)
    assert.equal(shown.kind === 'drawn' && shown.map.method, 'occlusion')
  })

  test('a model without maps says so whether the heat map is on or off', () => {
    const plain = { ...analysis, maps: [] }
    assert.equal(heatMapShown(on, plain).kind, 'unexplained')
    assert.equal(heatMapShown(firstHeatMapChoice, plain).kind, 'unexplained')
  })

  test('a refused film has none', () => {
    const { film, model } = analysis
    const refused = { status: 'refused', film, model, reasons: [], warnings: [] } as const
    assert.equal(heatMapShown(on, refused).kind, 'none')
  })

  test('the class chosen stays for the next film and goes with the model', () => {
    const chosen = updateHeatMapChoice(on, { type: 'heat-map.label-chosen', label: 'b' })
    assert.equal(chosen.label, 'b')
    const model = { chosen: true, card: {} as never }
    assert.equal(updateHeatMapChoice(chosen, { type: 'model.chosen', model }).label, null)
  })

  test('asking for the grid switches the map on that it lies over', () => {
    const grid = (choice: HeatMapChoice) => updateHeatMapChoice(choice, { type: 'heat-map.grid-toggled' })
    const asked = grid(firstHeatMapChoice)
    assert.deepEqual([asked.on, asked.grid], [true, true])
    assert.equal(grid(asked).grid, false)
    // The grid is remembered while the map is off, but pressed then, it is asked for.
    assert.equal(grid({ ...asked, on: false }).grid, true)
  })
})
