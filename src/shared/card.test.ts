import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardSchema, fullScaleOf, type Card } from './card.ts'

const label = { threshold: 0.5, indeterminate: [0.5, 0.5], sensitivity: null, specificity: null }
const card = {
  schema: 'hilum/card@1',
  id: 'made-by-hand',
  version: '1.0.0',
  name: 'Made by hand',
  sha256: '0'.repeat(64),
  labels: [
    { id: 'a', name: 'A', finding: true, ...label },
    { id: 'b', name: 'B', finding: false, ...label },
  ],
  input: { width: 64, height: 64, view: 'film', margin: 0, masked: false, fit: 'squish' },
  grid: { rows: 4, columns: 4, cellWidth: 16, cellHeight: 16, originX: 8, originY: 8 },
  temperature: 1,
  outputs: ['probabilities'],
  training: { data: [], note: '' },
  figures: [],
  intendedUse: 'tests',
  limits: ['made by hand'],
  gate: {},
  citation: '',
}
const parsed = (explanation: Card['explanation']) => cardSchema.parse({ ...card, explanation })

const explanations = [
  // explanation, full scale of Grad-CAM, of HiResCAM
  [{ method: 'gradcam', fullScale: 2 }, 2, undefined],
  [{ method: 'gradcam', fullScale: 2, scales: { hiresmap: 3 } }, 2, 3],
  [{ method: 'hiresmap', fullScale: 3, scales: { gradcam: 2, hiresmap: 3 } }, 2, 3],
  [{ method: 'none' }, undefined, undefined],
] as const

for (const [explanation, gradcam, hiresmap] of explanations) {
  test(`${JSON.stringify(explanation)} has the scales ${gradcam} and ${hiresmap}`, () => {
    const one = parsed(explanation)
    assert.deepEqual([fullScaleOf(one, 'gradcam'), fullScaleOf(one, 'hiresmap')], [gradcam, hiresmap])
  })
}

const faults = [
  { method: 'none', fullScale: 1 },
  { method: 'gradcam' },
  { method: 'gradcam', fullScale: 2, scales: { gradcam: 3 } },
  { method: 'gradcam', fullScale: 2, scales: { hiresmap: 0 } },
  { method: 'gradcam', fullScale: 2, scales: { lime: 1 } },
  { method: 'lime', fullScale: 1 },
]

for (const explanation of faults) {
  test(`${JSON.stringify(explanation)} is no explanation`, () => {
    assert.ok(!cardSchema.safeParse({ ...card, explanation }).success)
  })
}
