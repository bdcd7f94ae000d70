import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { CHANGES } from '../../../../scripts/gate/hung-otherwise.ts'
import { ownLungFinder } from '../../packs/lung-finder.fixture.ts'
import { places } from '../../places.ts'
import { openFilm } from '../analyse.ts'
import { locate, type LungFinder } from '../locate.ts'
import { chestDistance, chestLook, measuresOf, type ChestFigures } from './chest-look.ts'
import { LEFT, lungsFixture, RIGHT } from './lungs.fixture.ts'

const close = (actual: readonly number[], expected: readonly number[]) =>
  actual.forEach((one, i) =>
    assert.ok(Math.abs(one - expected[i]!) < 1e-4, `${actual.join()} is not ${expected.join()}`),
  )

test('the look of two lungs is their proportions, the doubt, and the greys of their box', () => {
  // Both lungs are 12 high, one 5 and one 5 wide, in a box of 14 by 12 from column 3 on; the left half of the film is
  // dark. Of the box's 8 columns of 1.75 pixels four end at column 10.
  const grey = Float32Array.from({ length: 400 }, (_, i) => (i % 20 < 10 ? 0.2 : 0.6))
  const look = chestLook({ grey, lungs: lungsFixture([LEFT, RIGHT]), sure: 0.9 })!
  close(look.shape, [Math.log(14 / 12), Math.log(12 / 5), Math.log(12 / 5), Math.log(0.1)])
  // Mean 0.4 and deviation 0.2, to which a thousandth is added.
  const [dark, bright] = [-0.2 / 0.201, 0.2 / 0.201]
  close([...look.greys.subarray(0, 8)], [dark, dark, dark, dark, bright, bright, bright, bright])
})

test('a film twice as bright and of half the contrast looks the same', () => {
  const grey = Float32Array.from({ length: 400 }, (_, i) => ((i * 7) % 20) / 20)
  const lungs = lungsFixture([LEFT, RIGHT])
  const [one, other] = [grey, grey.map((share) => 0.5 + share / 2)].map((greys) =>
    chestLook({ grey: greys, lungs, sure: 1 }),
  )
  assert.ok(one!.greys.every((share, i) => Math.abs(share - other!.greys[i]!) < 0.02))
})

test('one lung has no look', () => {
  assert.equal(chestLook({ grey: new Float32Array(400), lungs: lungsFixture([LEFT]), sure: 1 }), null)
})

// Two greys, of which one axis is the first; the shape has one measure.
const figures: ChestFigures = {
  greys: [1, 0],
  axes: [[1, 0]],
  mean: [0, 0, 2],
  precision: [1, 0, 0, 0, 4, 0, 0, 0, 1],
}

test('measures are the way along the axes, the way beside them, and the shape', () => {
  const look = { greys: Float32Array.of(4, 0.999), shape: [5] }
  close(measuresOf(look, figures), [3, Math.log(1), 5])
  // (3² + 4 · 0² + (5 - 2)²) / 3 = 6.
  close([chestDistance(look, figures)], [Math.sqrt(6)])
})

describe('with the model of the lungs', () => {
  let finder: LungFinder
  before(async () => {
    finder = await ownLungFinder()
  })

  test('the figures are those of the model that is shipped; else run scripts/gate/fit-chest-look.ts', () => {
    assert.notEqual(finder.chests, null)
  })

  const pictures = [
    ['as it is', true],
    ['tilted by 10°', true],
    ['in a black border, a quarter of each side', true],
    ['beside itself', false],
    ['without its upper half', false],
    ['half as high', false],
  ] as const
  for (const [change, isChest] of pictures) {
    test(`a chest film ${change} ${isChest ? 'is' : 'is not'} one`, async () => {
      const film = await openFilm({ path: join(places.samples, 'chest-1-clear.dcm'), frame: 0 })
      const { found, hanging } = await locate(CHANGES[change]?.(film) ?? film, finder)
      assert.equal(found === 'lungs' && hanging === 'right', isChest)
    })
  }
})
