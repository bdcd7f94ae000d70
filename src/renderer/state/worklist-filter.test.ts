import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filmId, probability } from '../../shared/units.ts'
import type { FilmState } from '../../shared/window-data.ts'
import { filterCounts } from './worklist-filter.ts'

const scored = (band: 'positive' | 'negative'): FilmState => {
  return { kind: 'scored', label: 'a', band, probability: probability(0.5), warned: false }
}
const refused: FilmState = { kind: 'refused', code: 'GATE_BLANK', message: '' }
const films = [scored('negative'), refused, scored('positive'), scored('negative')].map((state, i) => {
  return { id: filmId(`film-${i}`), name: '', state }
})

const cases = [
  ['all', ['all 4', 'positive 1', 'negative 2', 'refused 1']],
  // The one in use stands among them although it shows nothing.
  ['failed', ['all 4', 'positive 1', 'negative 2', 'refused 1', 'failed 0']],
] as const

for (const [inUse, counts] of cases) {
  test(`with ${inUse} in use there is ${counts.join(', ')}`, () => {
    assert.deepEqual(
      filterCounts(films, inUse).map(([filter, count]) => `${filter} ${count}`),
      counts,
    )
  })
}
