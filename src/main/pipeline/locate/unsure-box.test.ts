import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LEFT, lungsFixture, RIGHT } from './lungs.fixture.ts'
import { isBoxUnsure } from './unsure-box.ts'

/** Two lungs, and one pixel of another share. */
function lungsWith(column: number, row: number, share: number) {
  const { mask } = lungsFixture([LEFT, RIGHT])
  const shares = mask.shares.with(row * mask.columns + column, share)
  return { mask: { ...mask, shares } }
}

const ABOVE = { column: LEFT[0], row: LEFT[1] - 1 }
const WITHIN = { column: LEFT[0] + 1, row: LEFT[1] + 1 }

const cases = [
  ['just lung, above a lung', ABOVE, 0.504, true],
  ['just none, above a lung', ABOVE, 0.496, true],
  ['lung, above a lung', ABOVE, 0.506, false],
  ['none, above a lung', ABOVE, 0.494, false],
  ['just lung, within a lung, which moves no edge', WITHIN, 0.501, false],
  ['just lung, far away, which is a speck', { column: 10, row: 0 }, 0.501, false],
] as const

for (const [what, { column, row }, share, unsure] of cases) {
  test(`a pixel that is ${what}, ${unsure ? 'leaves the box unsure' : 'leaves the box sure'}`, () => {
    assert.equal(isBoxUnsure(lungsWith(column, row, share), 0.5), unsure)
  })
}

test('of what is no lung at all the box is sure', () => {
  assert.equal(isBoxUnsure(lungsFixture([]), 0.5), false)
})
