import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { filmId, probability } from '../../shared/units.ts'
import type { FilmState } from '../../shared/window-data.ts'
import {
  countsOf,
  doneOf,
  emptyWorklist,
  filmOf,
  isStale,
  neighbour,
  updateWorklist,
  type Worklist,
} from './worklist.ts'
import type { WorklistFilter } from './worklist-filter.ts'

const ids = ['film-1', 'film-2', 'film-3'].map(filmId)
const scored = (band: 'positive' | 'negative' | 'indeterminate', share = 0.5): FilmState => ({
  kind: 'scored',
  label: 'a',
  band,
  probability: probability(share),
  warned: false,
})

function worklist(chosen: number | null, states: readonly FilmState[] = []): Worklist {
  const films = ids.map((id, index) => ({
    id,
    name: id,
    state: states[index] ?? ({ kind: 'unread' } as const),
  }))
  const list = updateWorklist(emptyWorklist, { type: 'films.changed', films })
  return { ...list, chosen: chosen === null ? null : (ids[chosen] ?? null) }
}

describe('the worklist', () => {
  const cases = [
    // chosen, steps -> film
    [0, 1, 1],
    [2, 1, null],
    [0, -1, null],
    [2, -2, 0],
    [null, 1, 0],
  ] as const
  for (const [chosen, steps, to] of cases) {
    test(`from ${chosen} by ${steps} is ${to}`, () => {
      assert.equal(neighbour(worklist(chosen), steps), to === null ? null : ids[to])
    })
  }

  test('findings go first on request, and films stay where they are while a list is scored', () => {
    const order = (list: Worklist) => list.films.map(({ id }) => ids.indexOf(id))
    const states = [scored('negative'), scored('indeterminate'), scored('positive')]
    const list = updateWorklist(worklist(0, states), { type: 'worklist.ordered', order: 'findings' })
    assert.deepEqual(order(list), [2, 1, 0])
    assert.equal(neighbour(list, -1), ids[1])

    const change = { type: 'films.states', changes: [{ id: ids[0]!, state: scored('positive') }] } as const
    const changed = updateWorklist(list, change)
    const batch = { running: true, done: 1, total: 3, scored: 1, refused: 0, failed: 0, again: 0, rate: 1 }
    const running = updateWorklist(changed, { type: 'batch.changed', batch })
    assert.deepEqual(order(running), [2, 1, 0])
    const ended = updateWorklist(running, { type: 'batch.changed', batch: { ...batch, running: false } })
    assert.deepEqual(order(ended), [0, 2, 1])
    assert.deepEqual(order(updateWorklist(ended, { type: 'worklist.ordered', order: 'found' })), [0, 1, 2])
  })

  const byScore = [
    ['positive', [2, 1, 0]],
    ['indeterminate', [2, 1, 0]],
    // The class that means nothing was found says nothing of what may have been.
    ['negative', [0, 1, 2]],
  ] as const
  for (const [band, places] of byScore) {
    test(`of ${band} films ${band === 'negative' ? 'the first found goes' : 'the likeliest go'} first`, () => {
      const states = [scored(band, 0.31), scored(band, 0.42), scored(band, 0.55)]
      const { films } = updateWorklist(worklist(0, states), { type: 'worklist.ordered', order: 'findings' })
      assert.deepEqual(
        films.map(({ id }) => ids.indexOf(id)),
        places,
      )
    })
  }

  describe('that shows some of its films', () => {
    const states = [scored('positive'), scored('negative'), scored('positive')]
    const filtered = (list: Worklist, filter: WorklistFilter) =>
      updateWorklist(list, { type: 'worklist.filtered', filter })
    const listedIn = ({ listed }: Worklist) => listed.map((id) => ids.indexOf(id))
    const positive = (chosen: number | null) => filtered(worklist(chosen, states), 'positive')

    test('has them in its order, and knows of all', () => {
      const list = positive(0)
      assert.deepEqual([listedIn(list), list.films.length, list.rows.get(ids[2]!)], [[0, 2], 3, 1])
      assert.deepEqual(listedIn(filtered(list, 'refused')), [])
      assert.deepEqual(listedIn(filtered(list, 'all')), [0, 1, 2])
    })

    const steps = [
      // chosen, steps -> film
      [0, 1, 2],
      [2, -1, 0],
      [2, 1, null],
      // From one that is not shown, to those before and after its place.
      [1, 1, 2],
      [1, -1, 0],
      [1, 2, null],
      [1, -2, null],
      [null, 1, 0],
    ] as const
    for (const [chosen, by, to] of steps) {
      test(`from ${chosen} by ${by} goes to ${to}`, () => {
        assert.equal(neighbour(positive(chosen), by), to === null ? null : ids[to])
      })
    }

    test('keeps a film that has another state by now until it is asked again, and says that it is stale', () => {
      const change = { id: ids[0]!, state: scored('negative') }
      const changed = updateWorklist(positive(0), { type: 'films.states', changes: [change] })
      assert.deepEqual([listedIn(changed), isStale(changed)], [[0, 2], true])
      const updated = updateWorklist(changed, { type: 'worklist.ordered', order: changed.order })
      assert.deepEqual([listedIn(updated), isStale(updated)], [[2], false])
    })

    test('shows all again when films are opened, and stays as it is when none is new', () => {
      const list = positive(0)
      const opened = { id: filmId('film-4'), name: 'new', state: { kind: 'unread' } } as const
      const more = updateWorklist(list, { type: 'films.changed', films: [...list.films, opened] })
      assert.deepEqual([more.filter, more.listed.length], ['all', 4])
      const same = updateWorklist(list, { type: 'films.changed', films: list.films })
      assert.deepEqual([same.filter, listedIn(same)], ['positive', [0, 2]])
    })
  })

  test('an order is stale once a score would move a film', () => {
    const states = [scored('positive', 0.75), scored('positive', 0.5)]
    const list = updateWorklist(worklist(0, states), { type: 'worklist.ordered', order: 'findings' })
    const after = (state: FilmState) =>
      isStale(updateWorklist(list, { type: 'films.states', changes: [{ id: ids[2]!, state }] }))
    assert.deepEqual(
      [isStale(list), after(scored('positive', 0.25)), after(scored('positive', 0.625))],
      [false, false, true],
    )
    assert.equal(isStale({ ...list, order: 'found', films: list.films }), false)
  })

  test('new states reach their films and no others', () => {
    const list = updateWorklist(worklist(0), {
      type: 'films.states',
      changes: [
        { id: ids[1]!, state: scored('positive') },
        { id: filmId('film-99'), state: scored('negative') },
      ],
    })
    assert.deepEqual(
      list.films.map(({ state }) => state.kind),
      ['unread', 'scored', 'unread'],
    )
    assert.equal(filmOf(list, ids[1]!)?.state.kind, 'scored')
  })

  test('a film that left the list is no longer chosen', () => {
    const list = updateWorklist(worklist(2), { type: 'films.changed', films: worklist(0).films.slice(0, 1) })
    assert.equal(list.chosen, null)
  })
})

test('films are counted by their state', () => {
  const states = [
    scored('positive'),
    scored('negative'),
    { kind: 'refused', code: 'GATE_BLANK', message: '' },
  ] as const
  const films = [...worklist(0, states).films, ...worklist(0).films.slice(0, 1)]
  assert.deepEqual(countsOf({ films }), { unread: 1, scored: 2, refused: 1, failed: 0 })
})

test('the whole list is done but for what is unread, and what failed and is to be tried again', () => {
  const failed = { kind: 'failed', code: 'READ_FAILED', message: '' } as const
  const list = worklist(0, [scored('positive'), failed])
  assert.deepEqual([doneOf(list, 0), doneOf(list, 1)], [2, 1])
})
