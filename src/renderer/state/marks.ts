// What the reader has measured. Marks belong to a frame of a film and stay while the film is in the list, or the list is
// cleared and may be brought back.

import { LINES_OF, type MarkKind, type Measured } from '../../shared/measuring/measured.ts'
import type { Point } from '../../shared/point.ts'
import type { FilmId } from '../../shared/units.ts'
import { endOf, otherEnd, withEnd, type HeldEnd } from './held-end.ts'
import type { WindowEvent } from './window-event.ts'

export interface Mark extends Measured {
  readonly key: number
  readonly id: FilmId
  readonly frame: number
}

export interface Cursor {
  readonly id: FilmId
  readonly frame: number
  readonly at: Point
}

export interface Marks {
  /** What the next drag on a film measures; null where it sets the window. */
  readonly tool: MarkKind | null
  /** Whether the last line follows the pointer. */
  readonly drawing: boolean
  /** The end of a line that follows the pointer, and where it was before. */
  readonly held: (HeldEnd & { readonly before: Point }) | null
  /** Where the keys draw from and to. */
  readonly cursor: Cursor | null
  readonly drawn: readonly Mark[]
  /** What was removed one by one, the last at the end. */
  readonly removed: readonly Mark[]
  readonly nextKey: number
}

export const noMarks: Marks = {
  tool: null,
  drawing: false,
  held: null,
  cursor: null,
  drawn: [],
  removed: [],
  nextKey: 1,
}

export function updateMarks(marks: Marks, event: WindowEvent): Marks {
  switch (event.type) {
    case 'tool.chosen':
      return { ...left(marks), tool: marks.tool === event.kind ? null : event.kind }
    case 'tool.left':
    case 'film.chosen':
      return left(marks)
    case 'cursor.moved':
      return marks.tool ? { ...followed(marks, event.at), cursor: event } : marks
    case 'line.begun':
      return marks.tool && !marks.drawing ? begun(marks, marks.tool, event) : marks
    case 'end.held':
      return marks.tool ? marks : held(marks, event)
    case 'end.moved':
      return marks.held ? marks : movedAtOnce(marks, event)
    case 'line.moved':
      return marks.held ? endAt(marks, marks.held, event.to) : followed(marks, event.to)
    case 'line.ended':
      if (marks.held) return letGo(marks, marks.held)
      return marks.drawing ? ended(marks) : marks
    case 'mark.removed':
      return withoutMark(marks, event.key)
    case 'mark.restored':
      return restored(marks)
    case 'films.changed': {
      if (event.films.length === 0) return left(marks)
      const isListed = ({ id }: Mark) => event.films.some((film) => film.id === id)
      return {
        ...marks,
        held: null,
        drawn: marks.drawn.filter(isListed),
        removed: marks.removed.filter(isListed),
      }
    }
    default:
      return marks
  }
}

/** Marks belong to a frame of a film. */
export function isOn(one: Pick<Mark, 'id' | 'frame'>, film: Pick<Mark, 'id' | 'frame'>): boolean {
  return one.id === film.id && one.frame === film.frame
}

export function isWhole({ kind, lines }: Mark): boolean {
  return lines.length === LINES_OF[kind]
}

function withoutMark(marks: Marks, key: number): Marks {
  const gone = marks.drawn.filter((mark) => mark.key === key && isWhole(mark))
  const drawn = marks.drawn.filter((mark) => mark.key !== key)
  return { ...marks, held: null, drawn, removed: [...marks.removed, ...gone] }
}

/** In the order in which marks were drawn: one under way is still the last. */
function restored(marks: Marks): Marks {
  const back = marks.removed.slice(-1)
  const drawn = [...marks.drawn, ...back].toSorted((one, other) => one.key - other.key)
  return { ...marks, drawn, removed: marks.removed.slice(0, -1) }
}

/** A mark that was not finished says nothing, and an end that was not let go is where it was. */
function left(marks: Marks): Marks {
  const whole = marks.drawn.filter((mark) => isWhole(mark) && !(marks.drawing && mark === marks.drawn.at(-1)))
  const { drawn } = marks.held
    ? endAt({ ...marks, drawn: whole }, marks.held, marks.held.before)
    : { drawn: whole }
  return { ...marks, tool: null, drawing: false, held: null, cursor: null, drawn }
}

function held(marks: Marks, { key, line, end }: HeldEnd): Marks {
  const mark = marks.drawn.find((one) => one.key === key)
  const before = mark && endOf(mark, { line, end })
  return before ? { ...marks, held: { key, line, end, before } } : marks
}

function endAt(marks: Marks, { key, ...place }: HeldEnd, at: Point): Marks {
  return { ...marks, drawn: marks.drawn.map((mark) => (mark.key === key ? withEnd(mark, place, at) : mark)) }
}

/** It stops short of the line's other end, for a line needs its length. */
function movedAtOnce(marks: Marks, { to, ...end }: HeldEnd & { readonly to: Point }): Marks {
  const mark = marks.drawn.find(({ key }) => key === end.key)
  const other = mark && endOf(mark, otherEnd(end))
  return other && !(other.x === to.x && other.y === to.y) ? endAt(marks, end, to) : marks
}

/** A line needs its length: an end that is put on the other goes back. */
function letGo(marks: Marks, { before, ...end }: NonNullable<Marks['held']>): Marks {
  const { from, to } = marks.drawn.find(({ key }) => key === end.key)?.lines[end.line] ?? {}
  const isPoint = from?.x === to?.x && from?.y === to?.y
  return { ...(isPoint ? endAt(marks, end, before) : marks), held: null }
}

function begun(marks: Marks, kind: MarkKind, { id, frame, at }: WindowEvent & { type: 'line.begun' }): Marks {
  const line = { from: at, to: at }
  const last = marks.drawn.at(-1)
  if (last && !isWhole(last) && last.id === id && last.frame === frame)
    return { ...withLast(marks, { ...last, lines: [...last.lines, line] }), drawing: true }
  const mark = { key: marks.nextKey, kind, id, frame, lines: [line] }
  const drawn = [...marks.drawn.filter(isWhole), mark]
  return { ...marks, drawing: true, nextKey: marks.nextKey + 1, drawn }
}

function followed(marks: Marks, to: Point): Marks {
  const last = marks.drawn.at(-1)
  const line = last?.lines.at(-1)
  if (!marks.drawing || !last || !line) return marks
  return withLast(marks, { ...last, lines: [...last.lines.slice(0, -1), { ...line, to }] })
}

/** A click without a drag leaves no line; with the last line of a mark the tool is put down. */
function ended(marks: Marks): Marks {
  const last = marks.drawn.at(-1)
  const line = last?.lines.at(-1)
  if (!last || !line) return { ...marks, drawing: false }
  if (line.from.x === line.to.x && line.from.y === line.to.y) {
    const lines = last.lines.slice(0, -1)
    const others = { ...marks, drawing: false }
    return lines.length > 0
      ? withLast(others, { ...last, lines })
      : { ...others, drawn: marks.drawn.slice(0, -1) }
  }
  const done = isWhole(last)
  return { ...marks, drawing: false, tool: done ? null : marks.tool, cursor: done ? null : marks.cursor }
}

function withLast(marks: Marks, mark: Mark): Marks {
  return { ...marks, drawn: [...marks.drawn.slice(0, -1), mark] }
}
