import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, test } from 'node:test'
import type { Analysis } from '../../shared/analysis.ts'
import { cardFixture } from '../../shared/card.fixture.ts'
import { filmFacts } from '../pipeline/film-facts.ts'
import { filmFixture } from '../pipeline/film.fixture.ts'
import { picture } from '../pipeline/picture.ts'
import { FilmStore } from '../store/films.ts'
import { exported, type ExportSource } from './exported.ts'

const card = cardFixture()

function refused(name: string): Analysis {
  return {
    status: 'refused',
    film: { name, sha256: null, frame: 0, frames: 1, rows: 200, columns: 200 },
    model: card,
    reasons: [{ code: 'GATE_BLANK', message: 'It is blank.' }],
    warnings: [],
  }
}

/** A list of three films, the first so many of which were looked at. */
function sourceOf(known: number): ExportSource {
  const films = new FilmStore()
  const names = ['a.dcm', 'b.dcm', 'c.dcm']
  const ids = films.add(names.map((name) => ({ path: `/films/${name}`, name })))
  for (const [i, id] of ids.slice(0, known).entries()) films.record(card.sha256, id, 0, refused(names[i]!))
  const film = filmFixture()
  return {
    films,
    pack: { folder: '', card },
    provider: 'cpu',
    version: '0.0.0',
    picture: (_id, _frame, longSide) =>
      Promise.resolve({ ...picture(film, longSide), facts: filmFacts(film) }),
  }
}

const plain = { shown: null, marks: [] }

describe('what the window exports', () => {
  for (const format of ['csv', 'json'] as const) {
    test(`is said to be a part of the list where it is, as ${format}`, async () => {
      const { films, unread } = await exported(sourceOf(1), { ...plain, format })
      assert.deepEqual([films, unread], [3, 2])
      const whole = await exported(sourceOf(3), { ...plain, format })
      assert.deepEqual([whole.films, whole.unread], [3, 0])
    })
  }

  test('says so itself in a PDF', async (t) => {
    const { content, unread } = await exported(sourceOf(1), { ...plain, format: 'pdf' })
    assert.equal(unread, 2)
    const { stdout, error } = spawnSync('pdftotext', ['-layout', '-', '-'], {
      input: content,
      encoding: 'utf8',
    })
    if (error) return t.skip('needs pdftotext (poppler-utils)')
    assert.match(stdout, /3 films in the list: 0 scored, 1 refused, 0 failed, 2 not scored yet\./)
  })
})
