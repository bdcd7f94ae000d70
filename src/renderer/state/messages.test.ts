import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { filmId } from '../../shared/units.ts'
import type { FilmEntry } from '../../shared/window-data.ts'
import type { WindowEvent } from './window-event.ts'
import { initialState } from './window-state.ts'
import { noMessages, updateMessages } from './messages.ts'

const added = (text: string): WindowEvent => ({ type: 'message.added', tone: 'problem', text })
const texts = (...said: readonly string[]) =>
  said
    .map(added)
    .reduce(updateMessages, noMessages)
    .shown.map(({ text }) => text)

describe('messages', () => {
  test('the same sentence is not shown twice', () => {
    assert.deepEqual(texts('a', 'b', 'a'), ['b', 'a'])
  })

  test('a folder of bad files leaves room for the findings', () => {
    assert.deepEqual(texts('1', '2', '3', '4', '5', '6', '7'), ['3', '4', '5', '6', '7'])
  })

  test('what is being done is told until it is done', () => {
    const work: WindowEvent = { type: 'message.added', tone: 'work', text: 'Writing a.pdf…' }
    const shown = updateMessages([added('a'), work].reduce(updateMessages, noMessages), {
      type: 'work.ended',
    })
    assert.deepEqual(
      shown.shown.map(({ text }) => text),
      ['a'],
    )
  })

  test('a way back is offered until films are there', () => {
    const film: FilmEntry = { id: filmId('film-1'), name: 'a', state: { kind: 'unread' } }
    const listed = (...films: readonly FilmEntry[]): WindowEvent => ({ type: 'films.changed', films })
    const cleared: WindowEvent = {
      type: 'message.added',
      tone: 'note',
      text: 'Cleared',
      offer: 'restore-films',
    }
    const offered = (...events: readonly WindowEvent[]) =>
      [added('a'), cleared, ...events].reduce(updateMessages, noMessages).shown.map(({ offer }) => offer)
    assert.deepEqual(offered(listed()), [null, 'restore-films'])
    assert.deepEqual(offered(listed(film)), [null])
  })

  test('scoring that was broken off is offered until it goes on, or there is nothing to score', () => {
    const film: FilmEntry = { id: filmId('film-1'), name: 'a', state: { kind: 'unread' } }
    const brokenOff: WindowEvent = { type: 'message.added', tone: 'note', text: '1 of 2', offer: 'score-all' }
    const batch = (running: boolean): WindowEvent => {
      return { type: 'batch.changed', batch: { ...initialState.batch, running } }
    }
    const offered = (...events: readonly WindowEvent[]) =>
      [brokenOff, ...events].reduce(updateMessages, noMessages).shown.length > 0
    assert.equal(offered({ type: 'films.changed', films: [film] }, batch(false)), true)
    assert.equal(offered(batch(true)), false)
    assert.equal(offered({ type: 'films.changed', films: [] }), false)
  })

  test('what was said of an opening goes when the next one goes well, and the rest stays', () => {
    const passedOver: WindowEvent = {
      type: 'message.added',
      tone: 'note',
      text: '2 files',
      about: 'opening',
    }
    const empty: WindowEvent = {
      type: 'message.added',
      tone: 'problem',
      text: '“ward” holds nothing',
      about: 'opening',
    }
    const { shown } = [empty, added('a'), passedOver, { type: 'films.opened' } as const].reduce(
      updateMessages,
      noMessages,
    )
    assert.deepEqual(
      shown.map(({ text }) => text),
      ['a'],
    )
  })

  test('a dismissed message is gone, the others stay', () => {
    const two = [added('a'), added('b')].reduce(updateMessages, noMessages)
    const left = updateMessages(two, { type: 'message.dismissed', key: 1 })
    assert.deepEqual(
      left.shown.map(({ text }) => text),
      ['b'],
    )
  })
})
