import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { REFUSAL_CODES } from '../../shared/analysis.ts'
import { cardFixture } from '../../shared/card.fixture.ts'
import { filmId, probability } from '../../shared/units.ts'
import type { FilmState } from '../../shared/window-data.ts'
import { callText, filmText, shortFilmText } from './film-text.ts'

const scored = (label: string): FilmState => {
  return { kind: 'scored', label, band: 'positive', probability: probability(0.9), warned: false }
}
const failed: FilmState = { kind: 'failed', code: 'READ_DENIED', message: 'a.dcm may not be read.' }

const cases: readonly (readonly [FilmState, string])[] = [
  [{ kind: 'unread' }, 'Not scored yet'],
  [scored('a'), 'Positive: a'],
  [{ kind: 'refused', code: 'GATE_BLANK', message: 'The film is blank.' }, 'Refused: The film is blank.'],
  [failed, 'Failed: a.dcm may not be read.'],
]

for (const [state, text] of cases) {
  test(`a film that is ${state.kind} says “${text}”`, () => assert.equal(filmText(state, null), text))
}

const calls = [
  [scored('a'), 'Positive: a'],
  [{ kind: 'refused', code: 'GATE_BLANK', message: 'The film is blank.' }, 'Refused'],
  [failed, 'Failed'],
  [{ kind: 'unread' }, 'Not scored yet'],
] as const satisfies readonly (readonly [FilmState, string])[]

for (const [state, text] of calls) {
  test(`above a film that is ${state.kind} stands “${text}”`, () => assert.equal(callText(state, null), text))
}

describe('in the narrow column', () => {
  const short = (state: FilmState, id = '', name = '') => {
    const [label] = cardFixture().labels
    const card = cardFixture({ labels: [{ ...label!, id, name }] })
    return shortFilmText({ id: filmId('film-1'), name: 'a.dcm', state }, card)
  }

  test('a class has its short name', () => {
    assert.equal(short(scored('COVID-19'), 'COVID-19', 'COVID-19 pneumonia'), 'Positive: COVID-19')
    assert.equal(short(scored('c1'), 'c1', 'Tuberculosis'), 'Positive: Tuberculosis')
  })

  for (const code of REFUSAL_CODES) {
    test(`the reason ${code} can be read to its end`, () => {
      const text = short({ kind: 'refused', code, message: 'A sentence that is longer than the column.' })
      assert.match(text, /^Refused: [a-z ]+$/)
      // The column is 188 pixels wide in a small window, and a letter about 6.
      assert.ok(text.length <= 31, text)
    })
  }

  test('a reason of another code is said as it is', () => {
    assert.equal(short({ kind: 'refused', code: 'OTHER', message: 'Because.' }), 'Refused: Because.')
  })

  test('the name of a film is not said again in why it failed', () => {
    assert.equal(short(failed), 'Failed: may not be read.')
    assert.equal(short({ ...failed, message: 'No memory is left.' }), 'Failed: No memory is left.')
  })
})
