import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Lungs } from '../../../shared/lungs.ts'
import { LEFT, lungsFixture, RIGHT } from './lungs.fixture.ts'
import { isPairOfLungs } from './pair-of-lungs.ts'
import { sureness } from './sureness.ts'

const lungCases: readonly (readonly [name: string, lungs: Lungs, passes: boolean])[] = [
  ['two lungs beside each other are a pair', lungsFixture([LEFT, RIGHT]), true],
  ['nothing found is none', lungsFixture([]), false],
  ['one lung alone is none', lungsFixture([LEFT]), false],
  ['a model that wavers is none', lungsFixture([LEFT, RIGHT], 0.74), false],
  ['a model that is sure enough is a pair', lungsFixture([LEFT, RIGHT], 0.76), true],
  // 60 pixels beside 25 and beside 35.
  ['a lung of less than half the other is none', lungsFixture([LEFT, [12, 8, 17, 13]]), false],
  ['a lung of more than half the other is a pair', lungsFixture([LEFT, [12, 6, 17, 13]]), true],
  [
    'two spots of 12 pixels, 3 in 100, are too small',
    lungsFixture([
      [3, 4, 6, 6],
      [9, 4, 12, 6],
    ]),
    false,
  ],
  [
    'nearly all of the film is no pair of lungs',
    lungsFixture([
      [0, 0, 9, 20],
      [11, 0, 20, 18],
    ]),
    false,
  ],
  // Of 160 pixels the pair has 120.
  ['as much again elsewhere is none', lungsFixture([LEFT, RIGHT, [8, 18, 18, 20], [0, 0, 20, 1]]), false],
  [
    'one above the other is none',
    lungsFixture([
      [4, 1, 16, 7],
      [4, 12, 16, 18],
    ]),
    false,
  ],
  // 18 by 8 pixels, then 18 by 9.
  [
    'lungs more than twice as wide as they are high are none',
    lungsFixture([
      [1, 6, 9, 14],
      [11, 6, 19, 14],
    ]),
    false,
  ],
  [
    'lungs twice as wide as they are high are a pair',
    lungsFixture([
      [1, 6, 9, 15],
      [11, 6, 19, 15],
    ]),
    true,
  ],
  // Middles 5 of 16 rows apart.
  [
    'one much lower than the other is none',
    lungsFixture([
      [3, 1, 8, 11],
      [12, 6, 17, 17],
    ]),
    false,
  ],
]

for (const [name, lungs, passes] of lungCases) {
  test(name, () => {
    assert.equal(isPairOfLungs(lungs, sureness(lungs.mask)), passes)
  })
}
