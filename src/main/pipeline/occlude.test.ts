import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardFixture } from '../../shared/card.fixture.ts'
import { filmFixture } from './film.fixture.ts'
import type { Model } from './model.ts'
import { occlude } from './occlude.ts'

/** A model of two classes: the first one's score is one pixel of its input, the second's the rest to 1. */
function onePixelModel(size: number, fit: 'squish' | 'letterbox', pixel: number): Model {
  const card = cardFixture()
  const run = (_: string, tensor: Float32Array) => {
    const data = Float32Array.of(tensor[pixel]!, 1 - tensor[pixel]!)
    return Promise.resolve({ probabilities: { dims: [1, 2], data } })
  }
  const session = { provider: 'cpu', inputs: [], outputs: [], run } as const
  const unused = { endProfile: () => undefined, release: () => Promise.resolve() }
  return {
    card: { ...card, input: { ...card.input, width: size, height: size, fit } },
    session: { ...session, ...unused },
  }
}

const accepted = { lungs: null, verdict: { reasons: [], warnings: [] } }

test('a class loses where its evidence is covered, and the other gains there', async () => {
  // White in the upper left of 8 × 8 cells of 2 × 2 pixels, so the mean grey is 4 of 256.
  const pixels = new Uint8Array(16 * 16)
  for (const i of [0, 1, 16, 17]) pixels[i] = 255
  const film = filmFixture({ rows: 16, columns: 16, pixels })
  const [first, second] = await occlude({ film, ...accepted }, onePixelModel(16, 'squish', 0))
  assert.ok(first && second)
  assert.deepEqual([...first.values], [1 - 4 / 256, ...Array<number>(63).fill(0)])
  assert.deepEqual([...second.values], [4 / 256 - 1, ...Array<number>(63).fill(0)])
  assert.deepEqual([first.method, first.rows, first.columns], ['occlusion', 8, 8])
  assert.deepEqual(first.placement, { originX: 1, originY: 1, cellWidth: 2, cellHeight: 2 })
})

test('the cells of a letterboxed film tile the film and leave its bars alone', async () => {
  // 32 × 16 pixels become 16 × 8 with 4 rows of bar above: the film's upper left is the input's pixel (0, 4).
  const film = filmFixture({ rows: 16, columns: 32, pixels: new Uint8Array(16 * 32).fill(255) })
  film.pixels.fill(0, 0, 2)
  film.pixels.fill(0, 32, 34)
  const [map] = await occlude({ film, ...accepted }, onePixelModel(16, 'letterbox', 4 * 16))
  assert.ok(map)
  assert.deepEqual(map.placement, { originX: 2, originY: 1, cellWidth: 4, cellHeight: 2 })
  // Covered with nearly white, the black pixel's class gains.
  assert.deepEqual(
    [...map.values].map((value) => Math.sign(value)),
    [-1, ...Array<number>(63).fill(0)],
  )
})
