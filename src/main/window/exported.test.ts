import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'
import { describe, test, type TestContext } from 'node:test'
import type { Analysis } from '../../shared/analysis.ts'
import { cardFixture } from '../../shared/card.fixture.ts'
import { shadeAsTold } from '../../shared/greyscale/shade.ts'
import { filmFacts } from '../pipeline/film-facts.ts'
import { HilumError } from '../../shared/errors.ts'
import { filmFixture } from '../pipeline/film.fixture.ts'
import { picture } from '../pipeline/picture.ts'
import { FilmStore } from '../store/films.ts'
import { modelKey } from '../store/model-key.ts'
import { exported, type Exported, type ExportOrder, type ExportSource } from './exported.ts'

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

/** A list of three films, two of one name, the first so many of which were looked at. */
function sourceOf(known: number): ExportSource {
  const films = new FilmStore()
  const paths = ['/films/left/a.dcm', '/films/right/a.dcm', '/films/right/b.dcm']
  const ids = films.add(paths.map((path) => ({ path, name: basename(path), stamp: null })))
  for (const id of ids.slice(0, known)) films.record(modelKey(card), id, 0, refused(films.get(id).name))
  const film = filmFixture()
  return {
    films,
    pack: { folder: '', card },
    loaded: { provider: 'cpu', reason: 'As tried.' },
    version: '0.0.0',
    picture: (_id, _frame, { longSide, shade: told }) => {
      const shade = told ? shadeAsTold(told, film) : undefined
      return Promise.resolve({ ...picture(film, longSide, shade), facts: filmFacts(film, shade) })
    },
  }
}

/** As poppler reads it, or null where poppler is not installed. */
function textOf({ content }: Exported, t: TestContext): string | null {
  const { stdout, error } = spawnSync('pdftotext', ['-layout', '-', '-'], {
    input: content,
    encoding: 'utf8',
  })
  if (error) t.skip('needs pdftotext (poppler-utils)')
  return error ? null : stdout
}

const plain = { shown: [], marks: [] }

describe('what the window exports', () => {
  for (const format of ['csv', 'json'] as const) {
    test(`is said to be a part of the list where it is, as ${format}`, async () => {
      const { films, unread } = await exported(sourceOf(1), { ...plain, format })
      assert.deepEqual([films, unread], [3, 2])
      const whole = await exported(sourceOf(3), { ...plain, format })
      assert.deepEqual([whole.films, whole.unread], [3, 0])
    })
  }

  test('shows in a PDF the greys on screen of the films that are there, and says so', async (t) => {
    const source = sourceOf(3)
    const [first, second] = source.films.all().map(({ id }) => id)
    const voi = {
      kind: 'window',
      window: { ...filmFixture().window, centre: 40, width: 20, name: '' },
    } as const
    const line = { from: { x: 0, y: 0 }, to: { x: 9, y: 0 } }
    const order: ExportOrder = {
      format: 'pdf',
      shown: [{ id: first!, shade: { voi, turned: true } }],
      marks: [{ id: second!, frame: 0, kind: 'length', lines: [line] }],
    }
    const pages = textOf(await exported(source, order), t)
    if (!pages) return
    assert.match(pages, /Film in the greys on screen\.\s+Window: centre 40,\s+width 20\.\s+Inverted\./)
    assert.match(pages, /Film as opened\.\s+Window: centre 128,\s+width 256/)
    assert.doesNotMatch(pages, /No\. 3\n/)
  })

  test('calls films in a PDF as the list does, on which others of their name may be still to be scored', async (t) => {
    const source = sourceOf(1)
    const [first] = source.films.all()
    const order: ExportOrder = { format: 'pdf', shown: [{ id: first!.id, shade: null }], marks: [] }
    const pages = textOf(await exported(source, order), t)
    if (!pages) return
    assert.match(pages, /1 +left \/ a\.dcm +Refused/)
    assert.match(pages, /left \/ a\.dcm +No\. 1\n/)
  })

  test('is a PDF with all pages also where a film has vanished since it was scored', async (t) => {
    const source = sourceOf(3)
    const [first, second] = source.films.all().map(({ id }) => id)
    const gone: ExportSource['picture'] = (id, ...rest) =>
      id === first
        ? Promise.reject(new HilumError('READ_NOT_FOUND', 'a.dcm is not there.'))
        : source.picture(id, ...rest)
    const shown = [first!, second!].map((id) => ({ id, shade: null }))
    const pages = textOf(await exported({ ...source, picture: gone }, { format: 'pdf', shown, marks: [] }), t)
    if (pages)
      for (const page of [/left \/ a\.dcm +No\. 1\n/, /right \/ a\.dcm +No\. 2\n/]) assert.match(pages, page)
  })

  test('says so itself in a PDF', async (t) => {
    const pages = textOf(await exported(sourceOf(1), { ...plain, format: 'pdf' }), t)
    if (pages) assert.match(pages, /3 films in the list: 0 scored, 1 refused, 0 failed, 2 not scored yet\./)
  })
})
