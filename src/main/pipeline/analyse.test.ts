import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cardFixture } from '../../shared/card.fixture.ts'
import { analyse, openPrepared, prepare, type ScoredSource } from './analyse.ts'
import { filmFixture } from './film.fixture.ts'
import type { LungFinder } from './locate.ts'

const run = () => Promise.reject(new Error('was asked'))
const session = { provider: 'cpu', inputs: [], outputs: [], run, endProfile() {}, release: run } as const
const input = { width: 160, height: 160, fit: 'letterbox' } as const
const finder = {
  card: { id: 'lungs' as const, input, output: 'lungs', threshold: 0.5 },
  session,
  chests: null,
}

test('on a film that is refused by what its file says, no model is run', async () => {
  const models = { classifier: { card: cardFixture(), session }, finder }
  const source = { path: '/films/film.dcm', frame: 0 }
  const open = (modality: string) => async () => filmFixture({ identity: { modality } })
  const analysis = await analyse(source, models, open('CT'))
  assert.ok(analysis.status === 'refused')
  assert.deepEqual(
    analysis.reasons.map(({ code }) => code),
    ['GATE_NOT_RADIOGRAPHY'],
  )
  await assert.rejects(analyse(source, models, open('DX')), /was asked/)
})

/** Finds two lungs in 20 x 20 pixels, and a share of one pixel above the first. */
function finderOfLungs(share: number): LungFinder {
  const data = new Float32Array(400)
  for (let row = 5; row < 15; row++)
    data.fill(1, row * 20 + 4, row * 20 + 8).fill(1, row * 20 + 12, row * 20 + 16)
  data[4 * 20 + 4] = share
  return {
    card: { ...finder.card, input: { width: 20, height: 20, fit: 'squish' } },
    session: { run: async () => ({ lungs: { data, dims: [1, 1, 20, 20] } }) },
    chests: null,
  }
}

describe('a film is opened again, whole,', () => {
  const ofLungs = { width: 8, height: 8, fit: 'squish', view: 'lungs', margin: 0.1, masked: false } as const
  const ofFilm = { width: 8, height: 8, fit: 'squish', view: 'film' } as const
  const cases = [
    ['where its coarse pixels leave the box of the lungs unsure', true, ofLungs, 0.501, [24, Infinity]],
    ['unless the box is sure', true, ofLungs, 0.4, [24]],
    ['unless it was opened whole anyway', false, ofLungs, 0.501, [24]],
    ['unless the model sees the whole film', true, ofFilm, 0.501, [20]],
  ] as const
  for (const [when, mayBeCoarse, view, share, expected] of cases) {
    test(when, async () => {
      const asked: number[] = []
      const open = async ({ enoughPixels }: ScoredSource) => {
        asked.push(enoughPixels)
        return filmFixture({ rows: 400, columns: 400, mayBeCoarse })
      }
      const looker = { input: { ...cardFixture().input, ...view }, finder: finderOfLungs(share) }
      const { lungs } = await openPrepared({ path: 'film.dcm', frame: 0 }, looker, open, prepare)
      assert.notEqual(lungs?.box, null)
      assert.deepEqual(asked, expected)
    })
  }
})
