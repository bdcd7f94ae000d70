import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fullestEdge, isSlice } from './island.ts'
import { LEFT, lungsFixture, RIGHT, type Rectangle } from './lungs.fixture.ts'
import { regions } from './regions.ts'

const SIDE = 100

/** `shade` is given x and y from 0 to 1. */
const drawn = (shade: (x: number, y: number) => number) =>
  Float32Array.from({ length: SIDE ** 2 }, (_, i) =>
    shade(((i % SIDE) + 0.5) / SIDE, (Math.floor(i / SIDE) + 0.5) / SIDE),
  )

const ellipse = (x: number, y: number) => Math.hypot((x - 0.5) / 0.45, (y - 0.5) / 0.3) < 1

// An ellipse is filled at its upmost 3 of 100 rows for less than the root of 1 - 0.9², 0.44, and 0.3 on average.
const pictures = [
  ['a bright ellipse on black', drawn((x, y) => (ellipse(x, y) ? 0.7 : 0)), true],
  ['a dark ellipse on white', drawn((x, y) => (ellipse(x, y) ? 0.3 : 1)), true],
  ['one of little contrast', drawn((x, y) => (ellipse(x, y) ? 0.5 : 0.45)), true],
  ['one that fills its picture', drawn((x, y) => (ellipse(0.05 + 0.9 * x, 0.2 + 0.6 * y) ? 0.7 : 0)), true],
  [
    'a trunk that runs beyond the lower edge',
    drawn((x, y) => (Math.abs(x - 0.5) < 0.4 && y > 0.2 ? 0.7 : 0)),
    false,
  ],
  [
    'a film in a border',
    drawn((x, y) => (Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5)) < 0.3 ? x : 0)),
    false,
  ],
  ['one grey', drawn(() => 0.5), false],
] as const

const wide: readonly Rectangle[] = [
  [1, 4, 9, 16],
  [11, 4, 19, 16],
]
const lungs = (rectangles: readonly Rectangle[]) => regions(lungsFixture(rectangles).mask)

for (const [name, grey, isRound] of pictures) {
  test(`${name} is ${isRound ? 'a' : 'no'} slice`, () => {
    const size = { rows: SIDE, columns: SIDE }
    assert.equal(isSlice(grey, size, lungs(wide)), isRound, String(fullestEdge(grey, size)))
  })
}

// 14 wide and 12 high.
test('lungs that are hardly wider than high are no slice of a chest', () => {
  assert.equal(isSlice(pictures[0][1], { rows: SIDE, columns: SIDE }, lungs([LEFT, RIGHT])), false)
})
