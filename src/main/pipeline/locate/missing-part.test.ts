import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LEFT, lungsFixture, RIGHT } from './lungs.fixture.ts'
import { isPartMissing } from './missing-part.ts'

const { mask } = lungsFixture([LEFT, RIGHT])
/** A film of 20 × 20 whose pixels vary but for those that are covered by one grey. */
const film = (isCovered: (row: number, column: number) => boolean) =>
  Float32Array.from({ length: 400 }, (_, i) =>
    isCovered(Math.floor(i / 20), i % 20) ? 0 : 0.3 + 0.4 * ((i * 7) % 5) * 0.25,
  )

// The lungs go from row 4 to 15, and from column 3 to 16: 10 of 14 columns, or 12 of 12 rows.
const cases: readonly (readonly [
  covered: string,
  isCovered: (row: number, column: number) => boolean,
  boolean,
])[] = [
  ['nothing', () => false, false],
  ['all that is above the lungs, 4 of 20 rows', (row) => row < 4, true],
  ['3 of 20 rows, which are no wide bar', (row) => row < 3, false],
  ['4 rows at the foot, where the lungs begin', (row) => row >= 16, true],
  ['a fifth of the columns beside a lung', (_, column) => column < 4, true],
  ['4 columns but for one pixel', (row, column) => column < 4 && row + column > 0, false],
  ['all of it', () => true, false],
]

for (const [covered, isCovered, isMissing] of cases) {
  test(`a film of which one grey covers ${covered} is ${isMissing ? 'cut' : 'whole'}`, () => {
    assert.equal(isPartMissing(film(isCovered), mask), isMissing)
  })
}

test('narrow apices that begin at a bar are no lungs that were cut', () => {
  const apices = lungsFixture([
    [5, 4, 7, 16],
    [2, 9, 8, 16],
    [13, 4, 15, 16],
    [12, 9, 18, 16],
  ])
  assert.equal(
    isPartMissing(
      film((row) => row < 4),
      apices.mask,
    ),
    false,
  )
})
