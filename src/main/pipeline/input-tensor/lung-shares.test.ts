import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardFixture } from '../../../shared/card.fixture.ts'
import { inputView } from '../input-view.ts'
import { lungShares } from './lung-shares.ts'

// A film of 8 x 4 pixels under a mask of 4 x 2, so that the mask's centres lie at 1, 3, 5, 7 across and 1, 3 down.
const film = { rows: 4, columns: 8 }
const shares = Float32Array.of(0, 1, 0, 0, 1, 1, 0, 0)
const mask = { rows: 2, columns: 4, shares, inside: Uint8Array.from(shares) }
const input = { ...cardFixture().input, width: 4, height: 2 }
const box = { left: 2, top: 0, right: 6, bottom: 4 }

test('at its own size a mask is what it was', () => {
  const view = inputView(film, null, input)
  assert.deepEqual(lungShares(mask, { film, view }, input), shares)
})

// The view from 2 to 6 in four pixels: their centres 2.5, 3.5, 4.5, 5.5 lie 3/4, 5/4, 7/4, 9/4 of a mask's pixel
// from its first centre.
test('within a view of the lungs it is weighed between its pixels', () => {
  const view = inputView(film, { box }, { ...input, view: 'lungs' })
  assert.deepEqual([...lungShares(mask, { film, view }, input)], [0.75, 0.75, 0.25, 0, 1, 0.75, 0.25, 0])
})

test('a letterbox’s bars are no lung, also where the mask touches the edge', () => {
  const tall = { ...input, width: 4, height: 4, fit: 'letterbox' } as const
  const all = { ...mask, shares: new Float32Array(8).fill(1) }
  const made = lungShares(all, { film, view: inputView(film, null, tall) }, tall)
  assert.deepEqual([...made], [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0])
})
