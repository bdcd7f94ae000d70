// An end of a line that was drawn, held by the pointer or moved by keys.

import type { Measured } from '../../shared/measuring/measured.ts'
import type { Point } from '../../shared/point.ts'

export interface HeldEnd {
  /** Of its mark. */
  readonly key: number
  /** The place of its line in the mark. */
  readonly line: number
  readonly end: 'from' | 'to'
}

export function endOf({ lines }: Measured, { line, end }: Omit<HeldEnd, 'key'>): Point | undefined {
  return lines[line]?.[end]
}

export function otherEnd({ line, end }: Omit<HeldEnd, 'key'>): Omit<HeldEnd, 'key'> {
  return { line, end: end === 'from' ? 'to' : 'from' }
}

/** The mark with one end elsewhere. */
export function withEnd<Mark extends Measured>(
  mark: Mark,
  { line, end }: Omit<HeldEnd, 'key'>,
  at: Point,
): Mark {
  return { ...mark, lines: mark.lines.map((one, i) => (i === line ? { ...one, [end]: at } : one)) }
}
