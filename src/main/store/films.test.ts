import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { Analysis } from '../../shared/analysis.ts'
import { filmId, probability } from '../../shared/units.ts'
import { fileStamp } from '../pipeline/read/file-stamp.ts'
import { FilmStore, type StoredFilm } from './films.ts'

const source = (name: string, stamp: string | null = 'first') => ({ path: `folder/${name}`, name, stamp })

function scored(score: number): Analysis {
  return {
    status: 'scored',
    film: { name: 'a', sha256: '', frame: 0, frames: 1, rows: 1, columns: 1 },
    model: { id: 'm', version: '1.0.0', sha256: 'm' },
    provider: 'cpu',
    findings: [
      {
        label: 'X',
        name: 'X',
        finding: true,
        probability: probability(score),
        threshold: 0.5,
        band: 'positive',
      },
    ],
    label: 'X',
    band: 'positive',
    maps: [],
    lungs: null,
    likeness: null,
    warnings: [],
  }
}

test('a path opened twice is one film', () => {
  const films = new FilmStore()
  const [a] = films.add([source('a')])
  const [again, b] = films.add([source('a'), source('b')])
  assert.equal(a, again)
  assert.deepEqual(
    films.entries('m').map(({ id, name }) => [id, name]),
    [
      [a, 'a'],
      [b, 'b'],
    ],
  )
})

describe('another file at a path', () => {
  const listed = () => {
    const told: StoredFilm[][] = []
    const films = new FilmStore((others) => told.push([...others]))
    const [a, b, c] = films.add([source('a'), source('b'), source('c')])
    for (const id of [a, b, c]) films.record('m', id!, 0, scored(0.75))
    return { films, ids: [a!, b!, c!] as const, told }
  }

  test('is another film in the place of the first, of which nothing is known', () => {
    const { films, ids, told } = listed()
    const [a, b, c] = ids
    const [other] = films.add([source('b', 'second')])
    assert.deepEqual(
      films.entries('m').map(({ id, state, former }) => [id, state.kind, former]),
      [
        [a, 'scored', undefined],
        [other, 'unread', b],
        [c, 'scored', undefined],
      ],
    )
    assert.notEqual(other, b)
    assert.deepEqual(
      told.map((others) => others.map(({ id }) => id)),
      [[other]],
    )
    assert.throws(() => films.get(b), { code: 'FILM_UNKNOWN' })
    assert.deepEqual(films.add([source('b', 'second')]), [other])
  })

  test('has nothing of what comes late of the first', () => {
    const { films, ids } = listed()
    const [other] = films.add([source('b', 'second')])
    films.record('m', ids[1], 0, scored(0.5))
    assert.deepEqual([films.results('m', ids[1]), films.results('m', other!)], [[], []])
  })

  for (const stamp of ['first', null]) {
    test(`is none where ${stamp === null ? 'no file is there' : 'the same is there'}`, () => {
      const { films, ids, told } = listed()
      assert.deepEqual(films.add([source('b', stamp)]), [ids[1]])
      assert.deepEqual([films.state('m', ids[1]).kind, told], ['scored', []])
    })
  }

  test('is told of before namesakes that come with it are in the list, and has its folder all the same', () => {
    const films: FilmStore = new FilmStore(() => films.entries('m'))
    const at = (folder: string, stamp: string) => ({ path: `${folder}/1.dcm`, name: '1.dcm', stamp })
    films.add([at('cd/a', 'first')])
    films.add([at('cd/a', 'second'), at('cd/b', 'first')])
    assert.deepEqual(
      films.entries('m').map(({ name }) => name),
      ['a / 1.dcm', 'b / 1.dcm'],
    )
  })

  test('is found by looking again', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'hilum-store-'))
    t.after(() => rm(folder, { recursive: true }))
    const path = join(folder, 'IM1')
    await writeFile(path, 'one')
    const films = new FilmStore()
    films.add([{ path, name: 'IM1', stamp: await fileStamp(path) }])
    assert.deepEqual(await films.lookAgain(films.all()), [])
    await writeFile(path, 'the other')
    const [other] = await films.lookAgain(films.all())
    assert.deepEqual(films.all(), [other])
    await rm(path)
    assert.deepEqual(await films.lookAgain(films.all()), [])
    assert.deepEqual(films.all(), [other])
  })
})

test('what the window is told holds no path', () => {
  const films = new FilmStore()
  films.add([source('a')])
  assert.equal(JSON.stringify(films.entries('m')).includes('folder'), false)
})

test('a result belongs to its model', () => {
  const films = new FilmStore()
  const [id] = films.add([source('a')])
  films.record('first', id!, 0, scored(0.75))
  assert.deepEqual(films.state('first', id!), {
    kind: 'scored',
    label: 'X',
    band: 'positive',
    probability: 0.75,
    warned: false,
  })
  assert.deepEqual(films.state('second', id!), { kind: 'unread' })
})

test('what a model said is forgotten without what others said', () => {
  const films = new FilmStore()
  const [id] = films.add([source('a')])
  films.record('first', id!, 0, scored(0.75))
  films.record('second', id!, 0, scored(0.5))
  films.forget('first')
  assert.deepEqual([films.state('first', id!).kind, films.state('second', id!).kind], ['unread', 'scored'])
})

test('the first frame speaks for the film, whichever was scored first', () => {
  const films = new FilmStore()
  const [id] = films.add([source('a')])
  films.record('m', id!, 1, { ok: false, code: 'DECODE_DAMAGED', message: '' })
  films.record('m', id!, 0, scored(0.5))
  assert.equal(films.state('m', id!).kind, 'scored')
  assert.deepEqual(
    films.results('m', id!).map(({ frame }) => frame),
    [0, 1],
  )
})

test('a clearing that is taken back brings films and results back, under the same ids', () => {
  const films = new FilmStore()
  const [a, b] = films.add([source('a'), source('b')])
  films.record('m', a!, 0, scored(0.75))
  films.clear()
  films.clear()
  films.restore()
  assert.deepEqual(
    films.entries('m').map(({ id, state }) => [id, state.kind]),
    [
      [a, 'scored'],
      [b, 'unread'],
    ],
  )
  assert.deepEqual(films.add([source('b')]), [b])
})

test('a clearing can no longer be taken back once other films are there', () => {
  const films = new FilmStore()
  films.add([source('a')])
  films.clear()
  const [b] = films.add([source('b')])
  films.restore()
  assert.deepEqual(
    films.all().map(({ id }) => id),
    [b],
  )
})

test('what a model said is forgotten in a list that was cleared too', () => {
  const films = new FilmStore()
  const [id] = films.add([source('a')])
  films.record('m', id!, 0, scored(0.75))
  films.clear()
  films.forget('m')
  films.restore()
  assert.equal(films.state('m', id!).kind, 'unread')
})

test('what comes of a film after its list was cleared is there when it is back', () => {
  const films = new FilmStore()
  const [id] = films.add([source('a')])
  films.clear()
  films.record('m', id!, 0, scored(0.75))
  films.restore()
  assert.equal(films.state('m', id!).kind, 'scored')
})

test('a cleared film is unknown, and a late result of it stays out of the next list', () => {
  const films = new FilmStore()
  const [id] = films.add([source('a')])
  films.clear()
  films.add([source('a')])
  films.record('m', id!, 0, scored(0.5))
  assert.deepEqual(
    films.entries('m').map(({ state }) => state.kind),
    ['unread'],
  )
  assert.throws(() => films.get(id!), { code: 'FILM_UNKNOWN' })
  assert.throws(() => films.get(filmId('film-99')), { code: 'FILM_UNKNOWN' })
  assert.deepEqual(films.results('m', id!), [])
})

test('namesakes are listed with the folders that tell them apart, as long as they are in the list together', () => {
  const films = new FilmStore()
  const names = () => films.entries('m').map(({ name }) => name)
  const [a] = films.add([{ path: '/cd/a/1.dcm', name: '1.dcm', stamp: null }])
  assert.deepEqual(names(), ['1.dcm'])
  films.add([{ path: '/cd/b/1.dcm', name: '1.dcm', stamp: null }])
  assert.deepEqual(names(), ['a / 1.dcm', 'b / 1.dcm'])
  assert.equal(films.label(a!), 'a / 1.dcm')
  films.clear()
  films.add([{ path: '/cd/b/1.dcm', name: '1.dcm', stamp: null }])
  assert.deepEqual(names(), ['1.dcm'])
})
