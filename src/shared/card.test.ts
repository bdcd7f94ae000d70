import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardFixture } from './card.fixture.ts'
import { cardSchema, type Card } from './card.ts'
import { fullScaleOf } from './full-scale.ts'

const parsed = (explanation: Card['explanation']) => cardSchema.parse(cardFixture({ explanation }))

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
    assert.ok(!cardSchema.safeParse({ ...cardFixture(), explanation }).success)
  })
}
