// Where the words beside measured lines stand: by the right end of their line, within the canvas, and none over others or across a
// line.

import type { Line } from '../../shared/measuring/measured.ts'
import type { Point } from '../../shared/point.ts'
import type { CanvasSize } from './view.ts'

export interface WordsToPlace {
  readonly text: string
  /** The end of the line that they belong to. */
  readonly at: Point
}

export interface PlacedWords {
  readonly text: string
  readonly left: number
  /** Of the middle of its letters. */
  readonly middle: number
}

export interface Letters {
  /** Of a row. */
  readonly height: number
  readonly widthOf: (text: string) => number
}

interface Place {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

interface Block extends Place {
  readonly rows: readonly string[]
}

/** In the order given, so that what was there before stays where it is. */
export function placeWords(
  wanted: readonly WordsToPlace[],
  letters: Letters,
  canvas: CanvasSize,
  lines: readonly Line[] = [],
): readonly PlacedWords[] {
  const blocks: Block[] = []
  for (const words of wanted) {
    const block = blockOf(words, letters, canvas)
    blocks.push(freed(block, [...blocks, ...lines.flatMap((line) => partBeside(line, block))], canvas))
  }
  const { height } = letters
  return blocks.flatMap(({ rows, left, top }) =>
    rows.map((text, row) => ({ text, left, middle: top + (row + 0.5) * height })),
  )
}

function blockOf({ text, at }: WordsToPlace, { height, widthOf }: Letters, canvas: CanvasSize): Block {
  const gap = height / 2
  const rows = broken(text, canvas.width - 2 * gap, widthOf)
  const width = Math.max(...rows.map(widthOf))
  return {
    rows,
    left: Math.max(Math.min(at.x + gap, canvas.width - width - gap), gap),
    top: Math.max(at.y - gap - rows.length * height, 0),
    width,
    height: rows.length * height,
  }
}

/** After commas, where it is wider than there is room. */
function broken(text: string, room: number, widthOf: Letters['widthOf']): readonly string[] {
  const rows: string[] = []
  for (const part of text.split(/(?<=,) /)) {
    const longer = rows.length === 0 ? part : `${rows.at(-1)} ${part}`
    if (rows.length > 0 && widthOf(longer) <= room) rows[rows.length - 1] = longer
    else rows.push(part)
  }
  return rows
}

/** Where words of this left and width, moved up or down, would meet the line; they do not move sideways. */
function partBeside({ from, to }: Line, { left, width }: Block): Place[] {
  const [start, end] = from.x <= to.x ? [from, to] : [to, from]
  const [first, last] = [Math.max(start.x, left), Math.min(end.x, left + width)]
  if (first >= last) return []
  const heightAt = (x: number) => start.y + ((x - start.x) / (end.x - start.x)) * (end.y - start.y)
  const [one, other] = [heightAt(first), heightAt(last)]
  return [
    {
      left: first,
      top: Math.min(one, other),
      width: last - first,
      height: Math.max(Math.abs(one - other), 1),
    },
  ]
}

/** Moved up until it lies on none of the others; where there is no room above, down. */
function freed(block: Block, others: readonly Place[], canvas: CanvasSize): Block {
  const up = moved(block, others, (other) => other.top - block.height)
  if (up.top >= 0) return up
  const down = moved(block, others, (other) => other.top + other.height)
  return down.top + down.height <= canvas.height ? down : block
}

function moved(block: Block, others: readonly Place[], beside: (other: Place) => number): Block {
  let free = block
  // Each that is met is met once: it goes one way only.
  for (const _ of others) {
    const met = others.find((other) => overlap(free, other))
    if (!met) break
    free = { ...free, top: beside(met) }
  }
  return free
}

function overlap(one: Place, other: Place): boolean {
  const across = one.left < other.left + other.width && other.left < one.left + one.width
  return across && one.top < other.top + other.height && other.top < one.top + one.height
}
