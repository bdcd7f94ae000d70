// Expected shares from the formulas of PS3.3 C.11.2.1.2 and C.11.2.1.3, worked by hand.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LookUpTable, WindowFunction } from './grey-transform.ts'
import { voiShare, windowShare } from './voi.ts'

// function, centre, width, modality value, share of the screen's range
const windows: readonly (readonly [WindowFunction, number, number, number, number])[] = [
  // C.11.2.1.2.1, the standard's own example: centre 2048, width 4096 spreads 0 to 4095 over the whole range.
  ['LINEAR', 2048, 4096, -1, 0],
  ['LINEAR', 2048, 4096, 0, 0],
  ['LINEAR', 2048, 4096, 4095, 1],
  ['LINEAR', 2048, 4096, 4096, 1],
  // (1 - 2047.5) / 4095 + 0.5 = 1 / 4095
  ['LINEAR', 2048, 4096, 1, 1 / 4095],
  // centre 2048, width 1: a step at 2047.5
  ['LINEAR', 2048, 1, 2047, 0],
  ['LINEAR', 2048, 1, 2048, 1],
  // centre 0, width 100: from -50 to 49
  ['LINEAR', 0, 100, -50, 0],
  ['LINEAR', 0, 100, 49, 1],
  ['LINEAR', 0, 100, -0.5, 0.5],
  // centre 0, width 1: a step at -0.5
  ['LINEAR', 0, 1, -1, 0],
  ['LINEAR', 0, 1, 0, 1],
  // a half in the centre, as automatic windows have
  ['LINEAR', 127.5, 2, 127, 0.5],
  // C.11.2.1.3.2: from centre - width / 2 to centre + width / 2
  ['LINEAR_EXACT', 2048, 4096, 0, 0],
  ['LINEAR_EXACT', 2048, 4096, 1024, 0.25],
  ['LINEAR_EXACT', 2048, 4096, 2048, 0.5],
  ['LINEAR_EXACT', 2048, 4096, 4096, 1],
  ['LINEAR_EXACT', 2048, 1, 2048, 0.5],
  ['LINEAR_EXACT', 0.5, 0.5, 0.625, 0.75],
  ['LINEAR_EXACT', 10, 4, 7, 0],
  ['LINEAR_EXACT', 10, 4, 13, 1],
  // C.11.2.1.3.1: 1 / (1 + e^(-4 (x - c) / w)); e^-1 = 0.36788, e^-2 = 0.13534, e^-4 = 0.01832
  ['SIGMOID', 100, 200, 100, 0.5],
  ['SIGMOID', 100, 200, 150, 1 / 1.3678794411714423],
  ['SIGMOID', 100, 200, 200, 1 / 1.1353352832366128],
  ['SIGMOID', 100, 200, 0, 0.1353352832366127 / 1.1353352832366128],
  ['SIGMOID', 0, 1, 1, 1 / 1.0183156388887342],
]

for (const [shape, centre, width, value, share] of windows) {
  test(`${shape} ${centre} / ${width} shows ${value} at ${share.toFixed(4)}`, () => {
    const shown = windowShare(value, { centre, width, function: shape, name: '' })
    assert.ok(Math.abs(shown - share) < 1e-12, `${shown}`)
  })
}

test('no window leaves the range or turns back, whatever its width', () => {
  for (const shape of ['LINEAR', 'LINEAR_EXACT', 'SIGMOID'] as const) {
    for (const width of [1, 1.5, 2, 3, 100, 70_000]) {
      const window = { centre: 40, width, function: shape, name: '' }
      let before = 0
      for (let value = -100; value <= 200; value += 0.25) {
        const share = windowShare(value, window)
        assert.ok(share >= before && share <= 1, `${shape} ${width} at ${value}: ${share}`)
        before = share
      }
    }
  }
})

const table = (bits: number, entries: readonly number[], firstMapped = 0): LookUpTable => ({
  firstMapped,
  bits,
  entries: Uint16Array.from(entries),
  name: '',
})

// the table, modality value, share
const tables: readonly (readonly [LookUpTable, number, number])[] = [
  [table(8, [0, 51, 255]), 1, 0.2],
  [table(8, [0, 51, 255]), 2, 1],
  // before the first entry the first counts, after the last the last
  [table(8, [51, 0, 255]), -5, 0.2],
  [table(8, [0, 51, 204]), 99, 0.8],
  // the range is that of the bits, not that of the entries
  [table(12, [0, 819]), 1, 0.2],
  [table(16, [0, 13_107]), 1, 0.2],
  // the first entry stands for -2
  [table(8, [0, 51, 255], -2), -1, 0.2],
  // a value between two entries takes the nearer one
  [table(8, [0, 51, 255]), 1.4, 0.2],
]

for (const [each, value, share] of tables) {
  test(`VOI LUT of ${each.bits} bits from ${each.firstMapped}: ${value} is shown at ${share}`, () => {
    assert.ok(Math.abs(voiShare(value, { kind: 'table', table: each }) - share) < 1e-12)
  })
}
