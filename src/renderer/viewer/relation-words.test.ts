import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filmId } from '../../shared/units.ts'
import { openedFilm } from '../opened-film.fixture.ts'
import { relationWords } from './relation-words.ts'

const film = (number: number, id: string, name: string, date: string) => {
  const plain = openedFilm({ id: filmId(`film-${number}`) })
  return { ...plain, patient: { ...plain.patient, id, name }, study: { ...plain.study, date } }
}
const current = film(1, 'P1', 'Doe^Jane', '20260301')

// 31 + 28 days from 1 January to 1 March 2026; 366 from 29 February 2024 to 1 March 2025, then 365. From two months on
// days say little: a month is 30.44 of them, a year 365.25. 337 days are 11 months before 1 February 2028, 365 + 337 are 23.
const cases = [
  ['P1', 'Doe^Jane', '20260101', 'Same patient, 59 days earlier', false],
  ['P1', 'DOE^JANE^^', '20260302', 'Same patient, 1 day later', false],
  ['P1', '', '20260301', 'Same patient, same day', false],
  ['P1', 'Doe^Jane', '', 'Same patient', false],
  ['P1', 'Roe^Jane', '20260301', 'Same patient ID, another name, same day', true],
  ['P1', 'Doe^Jane', '20251231', 'Same patient, 60 days earlier', false],
  ['P1', 'Doe^Jane', '20251230', 'Same patient, 2 months earlier', false],
  ['P1', 'Doe^Jane', '20270301', 'Same patient, 12 months later', false],
  ['P1', 'Doe^Jane', '20280201', 'Same patient, 23 months later', false],
  ['P2', 'Doe^Jane', '20240229', 'Another patient, 2 years earlier', true],
  ['P2', 'Doe^Jane', '21291026', 'Another patient, 104 years later', true],
  ['', 'Doe^Jane', '20260301', 'Perhaps another patient, same day', true],
] as const

for (const [id, name, date, text, doubtful] of cases) {
  test(`patient ${id || 'without ID'}, ${name || 'without name'}, on ${date || 'no day'}: ${text}`, () => {
    assert.deepEqual(relationWords(film(2, id, name, date), current), { text, doubtful })
  })
}

test('a film beside itself asks for another', () => {
  assert.equal(relationWords(current, current).text, 'Choose another film to compare it with')
})
