import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardFixture } from '../../shared/card.fixture.ts'
import { analyse } from './analyse.ts'
import { filmFixture } from './film.fixture.ts'

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
