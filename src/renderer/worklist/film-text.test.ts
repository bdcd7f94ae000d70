import assert from 'node:assert/strict'
import { test } from 'node:test'
import { probability } from '../../shared/units.ts'
import type { FilmState } from '../../shared/window-data.ts'
import { filmText } from './film-text.ts'

const cases: readonly (readonly [FilmState, string])[] = [
  [{ kind: 'unread' }, 'Not scored yet'],
  [
    { kind: 'scored', label: 'a', band: 'positive', probability: probability(0.9), warned: false },
    'Positive: a',
  ],
  [{ kind: 'refused', code: 'GATE_BLANK', message: 'The film is blank.' }, 'Refused: The film is blank.'],
  [
    { kind: 'failed', code: 'READ_DENIED', message: 'a.dcm may not be read.' },
    'Failed: a.dcm may not be read.',
  ],
]

for (const [state, text] of cases) {
  test(`a film that is ${state.kind} says “${text}”`, () => assert.equal(filmText(state, null), text))
}
