import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MarkKind } from '../../shared/measuring/measured.ts'
import { filmId } from '../../shared/units.ts'
import { isWhole, noMarks, updateMarks, type Marks } from './marks.ts'
import type { WindowEvent } from './window-event.ts'

const [one, two] = [filmId('film-1'), filmId('film-2')]
const tool = (kind: MarkKind): WindowEvent => ({ type: 'tool.chosen', kind })
const at = (x: number, y = 0) => ({ x, y })
const drag = (from: number, to: number, id = one): WindowEvent[] => [
  { type: 'line.begun', id, frame: 0, at: at(from) },
  { type: 'line.moved', to: at(to) },
  { type: 'line.ended' },
]
const after = (...events: readonly WindowEvent[]): Marks => events.reduce(updateMarks, noMarks)
const lines = ({ drawn }: Marks) => drawn.map((mark) => mark.lines.map(({ from, to }) => [from.x, to.x]))

test('a drag with the length tool leaves a line and puts the tool down', () => {
  const marks = after(tool('length'), ...drag(1, 5))
  assert.deepEqual([lines(marks), marks.tool, marks.drawing], [[[[1, 5]]], null, false])
})

test('without a tool a drag leaves nothing', () => {
  assert.deepEqual(lines(after(...drag(1, 5))), [])
})

test('a ratio takes two lines, and is no mark before the second', () => {
  const first = after(tool('ratio'), ...drag(1, 5))
  assert.deepEqual([first.tool, first.drawn.map(isWhole)], ['ratio', [false]])
  const marks = after(tool('ratio'), ...drag(1, 5), ...drag(0, 9))
  assert.deepEqual(
    [lines(marks), marks.tool],
    [
      [
        [
          [1, 5],
          [0, 9],
        ],
      ],
      null,
    ],
  )
})

test('a click without a drag leaves no line and keeps the tool', () => {
  const marks = after(tool('length'), ...drag(3, 3))
  assert.deepEqual([lines(marks), marks.tool], [[], 'length'])
})

test('what is not finished goes with the tool, and what is stays', () => {
  const [length, half] = [
    [tool('length'), ...drag(1, 5)],
    [tool('ratio'), ...drag(2, 4)],
  ]
  assert.deepEqual(lines(after(...length, ...half, { type: 'tool.left' })), [[[1, 5]]])
  assert.deepEqual(lines(after(...length, ...half, tool('ratio'))), [[[1, 5]]])
  const drawing = drag(2, 4).slice(0, 2)
  assert.deepEqual(lines(after(...length, tool('length'), ...drawing, { type: 'tool.left' })), [[[1, 5]]])
})

test('a second line on another film begins another mark', () => {
  const marks = after(tool('ratio'), ...drag(1, 5), ...drag(0, 9, two))
  assert.deepEqual(
    marks.drawn.map(({ id }) => id),
    [two],
  )
})

test('marks go one by one, and with their film', () => {
  const both = [tool('length'), ...drag(1, 5), tool('length'), ...drag(2, 6, two)]
  const [first] = after(...both).drawn
  assert.deepEqual(lines(after(...both, { type: 'mark.removed', key: first!.key })), [[[2, 6]]])
  const films = [{ id: one, name: 'a.dcm', state: { kind: 'unread' } }] as const
  assert.deepEqual(lines(after(...both, { type: 'films.changed', films })), [[[1, 5]]])
})

test('what was measured waits for a list that was cleared, and goes when other films take its place', () => {
  const listed = (...ids: readonly (typeof one)[]): WindowEvent => {
    return { type: 'films.changed', films: ids.map((id) => ({ id, name: '', state: { kind: 'unread' } })) }
  }
  const cleared = [tool('length'), ...drag(1, 5), tool('ratio'), ...drag(2, 4), listed()]
  assert.deepEqual(lines(after(...cleared, listed(one))), [[[1, 5]]])
  assert.deepEqual(lines(after(...cleared, listed(two))), [])
})

test('the keys’ cross draws the line that was begun', () => {
  const move = (x: number): WindowEvent => ({ type: 'cursor.moved', id: one, frame: 0, at: at(x) })
  const marks = after(tool('length'), move(2), ...drag(2, 2).slice(0, 1), move(8), { type: 'line.ended' })
  assert.deepEqual([lines(marks), marks.cursor], [[[[2, 8]]], null])
})

const hold = (end: 'from' | 'to', line = 0, key = 1): WindowEvent => ({ type: 'end.held', key, line, end })
const moveTo = (x: number): WindowEvent => ({ type: 'line.moved', to: at(x) })
const length = [tool('length'), ...drag(1, 5)]

test('an end that is held follows the pointer until it is let go', () => {
  const moving = after(...length, hold('to'), moveTo(7), moveTo(9))
  assert.deepEqual(lines(moving), [[[1, 9]]])
  const done = updateMarks(moving, { type: 'line.ended' })
  assert.deepEqual([lines(done), done.held], [[[[1, 9]]], null])
  assert.deepEqual(lines(updateMarks(done, moveTo(2))), [[[1, 9]]])
})

test('of two lines the one that is held moves, and of two marks', () => {
  const ratio = [tool('ratio'), ...drag(2, 4), ...drag(0, 9)]
  assert.deepEqual(lines(after(...length, ...ratio, hold('from', 1, 2), moveTo(1), { type: 'line.ended' })), [
    [[1, 5]],
    [
      [2, 4],
      [1, 9],
    ],
  ])
})

test('an end goes back where its drag is left, and where a line would have no length', () => {
  const back: WindowEvent[] = [{ type: 'tool.left' }, { type: 'film.chosen', id: two, frame: 0 }]
  for (const event of back) {
    const marks = after(...length, hold('to'), moveTo(9), event)
    assert.deepEqual([lines(marks), marks.held], [[[[1, 5]]], null])
  }
  assert.deepEqual(lines(after(...length, hold('to'), moveTo(1), { type: 'line.ended' })), [[[1, 5]]])
})

test('a key moves an end at once, but never onto the other', () => {
  const moved = (x: number): WindowEvent => ({ type: 'end.moved', key: 1, line: 0, end: 'from', to: at(x) })
  const marks = after(...length, moved(3))
  assert.deepEqual([lines(marks), marks.held], [[[[3, 5]]], null])
  assert.deepEqual(lines(updateMarks(marks, moved(5))), [[[3, 5]]])
  assert.deepEqual(lines(after(moved(3))), [])
})

test('with a tool in hand, or without such a mark, no end is taken', () => {
  for (const before of [[...length, tool('angle')], []]) {
    assert.equal(after(...before, hold('to')).held, null)
  }
})

test('marks that were removed come back one by one, the last first, in the order in which they were drawn', () => {
  const three = [0, 10, 20].flatMap((x) => [tool('length'), ...drag(x, x + 5)])
  const [first, second] = after(...three).drawn
  const removed = ([first, second] as const).map((mark): WindowEvent => ({
    type: 'mark.removed',
    key: mark!.key,
  }))
  const back: WindowEvent = { type: 'mark.restored' }
  assert.deepEqual(lines(after(...three, ...removed, back)), [[[10, 15]], [[20, 25]]])
  assert.deepEqual(lines(after(...three, ...removed, back, back, back)), [[[0, 5]], [[10, 15]], [[20, 25]]])
})

test('a line that is drawn meanwhile goes on when another comes back', () => {
  const marks = after(
    tool('length'),
    ...drag(0, 5),
    { type: 'mark.removed', key: 1 },
    tool('length'),
    ...drag(10, 15).slice(0, 2),
    { type: 'mark.restored' },
    { type: 'line.moved', to: at(17) },
    { type: 'line.ended' },
  )
  assert.deepEqual(lines(marks), [[[0, 5]], [[10, 17]]])
})

test('a removed mark comes back neither to a film that has left the list, nor where it was no mark yet', () => {
  const film = { id: two, name: 'b', state: { kind: 'unread' } } as const
  const back: WindowEvent = { type: 'mark.restored' }
  const gone: WindowEvent = { type: 'mark.removed', key: 1 }
  const others: WindowEvent = { type: 'films.changed', films: [film] }
  assert.deepEqual(lines(after(tool('length'), ...drag(0, 5), gone, others, back)), [])
  assert.deepEqual(lines(after(tool('ratio'), ...drag(0, 5), gone, back)), [])
})
