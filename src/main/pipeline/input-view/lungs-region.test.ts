import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lungsRegion } from './lungs-region.ts'

const film = { rows: 100, columns: 200 }
const box = { left: 40, top: 20, right: 140, bottom: 80 }

// box 100 wide and 60 high
const cases = [
  ['no margin', box, 0, { left: 40, top: 20, right: 140, bottom: 80 }],
  ['a margin is a share of each side of its own', box, 0.1, { left: 30, top: 14, right: 150, bottom: 86 }],
  ['edges move outwards to whole pixels', box, 0.01, { left: 39, top: 19, right: 141, bottom: 81 }],
  ['the film ends the view', box, 0.5, { left: 0, top: 0, right: 190, bottom: 100 }],
  [
    'edges between pixels without a margin',
    { left: 25.6, top: 36.8, right: 199.5, bottom: 99.1 },
    0,
    { left: 25, top: 36, right: 200, bottom: 100 },
  ],
] as const

for (const [name, lungs, margin, expected] of cases) {
  test(name, () => assert.deepEqual(lungsRegion(film, lungs, margin), expected))
}
