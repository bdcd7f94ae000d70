import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cardFixture } from '../../shared/card.fixture.ts'
import { modelSight } from './model-sight.ts'

// A film of 400 by 200 pixels with lungs in columns 100 to 300 and rows 50 to 150.
const found = {
  film: { rows: 200, columns: 400, frames: 1, sha256: '' },
  lungs: { box: { left: 100, top: 50, right: 300, bottom: 150 }, area: 0.25 },
  mask: new Uint8Array(64 * 64),
}
const { input } = cardFixture()

describe('what a model sees of a film', () => {
  test('all of it, squished', () => {
    const { region, lungs } = modelSight(found, input)
    assert.deepEqual(region, { left: 0, top: 0, right: 400, bottom: 200 })
    // 64 by 64 input pixels of 6.25 by 3.125 film pixels.
    assert.deepEqual(lungs?.placement, {
      originX: 3.125,
      originY: 1.5625,
      cellWidth: 6.25,
      cellHeight: 3.125,
    })
  })

  test('the lungs and a margin', () => {
    const { region, lungs } = modelSight(found, { ...input, view: 'lungs', margin: 0.1 })
    // 10 % of 200 across and of 100 down.
    assert.deepEqual(region, { left: 80, top: 40, right: 320, bottom: 160 })
    assert.deepEqual(lungs?.placement, {
      originX: 81.875,
      originY: 40.9375,
      cellWidth: 3.75,
      cellHeight: 1.875,
    })
  })

  test('where none were found, no lungs', () => {
    assert.equal(modelSight({ ...found, lungs: null }, input).lungs, null)
    assert.equal(modelSight({ ...found, lungs: { box: null, area: 0 } }, input).lungs, null)
  })
})
