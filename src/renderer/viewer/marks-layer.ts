import { lineWords } from '../../shared/measuring/mark-words.ts'
import { scaleOf } from '../../shared/measuring/measure.ts'
import type { Line } from '../../shared/measuring/measured.ts'
import type { Point } from '../../shared/point.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'
import { isOn, type Marks } from '../state/marks.ts'
import { CanvasAbove } from './canvas-above.ts'
import { placeWords } from './place-words.ts'
import { middleOfPixel, strokeToBeSeen } from './stroke-to-be-seen.ts'
import type { FilmToCanvas } from './view.ts'

// No film, overlay or heat map has this green.
const COLOUR = 'rgb(140 255 170)'
const TICK = 5
const LETTERS = 13
// Of a row, in letters.
const ROW = 1.25

/** Draws what was measured on a film, each line with its words. */
export class MarksLayer extends CanvasAbove {
  draw({ drawn, cursor }: Marks, film: OpenedFilm, to: FilmToCanvas): void {
    const scale = scaleOf(film)
    const own = drawn.filter((mark) => isOn(mark, film))
    const crossed = cursor !== null && isOn(cursor, film)
    if (own.length === 0 && !crossed) {
      this.clear()
      return
    }
    this.paintFreely((context) => {
      const lines = own.flatMap((mark) => {
        const texts = lineWords(mark, scale)
        return mark.lines.map((line, i) => ({ line: onCanvas(line, to), text: texts[i] ?? '' }))
      })
      for (const { line } of lines) drawLine(context, line)
      if (crossed) strokeToBeSeen(context, cross(placed(cursor.at, to)), COLOUR)
      write(context, lines)
    })
  }
}

function onCanvas({ from, to: end }: Line, to: FilmToCanvas): Line {
  return { from: placed(from, to), to: placed(end, to) }
}

function placed({ x, y }: Point, { scaleX, scaleY, shiftX, shiftY }: FilmToCanvas): Point {
  return { x: middleOfPixel(x * scaleX + shiftX), y: middleOfPixel(y * scaleY + shiftY) }
}

function rightEnd({ from, to }: Line): Point {
  return from.x > to.x ? from : to
}

function drawLine(context: CanvasRenderingContext2D, { from, to }: Line): void {
  const tick = TICK * devicePixelRatio
  const length = Math.max(Math.hypot(to.x - from.x, to.y - from.y), 1)
  const across = { x: (-(to.y - from.y) / length) * tick, y: ((to.x - from.x) / length) * tick }
  const path = new Path2D()
  path.moveTo(from.x, from.y)
  path.lineTo(to.x, to.y)
  for (const end of [from, to]) {
    path.moveTo(end.x - across.x, end.y - across.y)
    path.lineTo(end.x + across.x, end.y + across.y)
  }
  strokeToBeSeen(context, path, COLOUR)
}

interface WordedLine {
  readonly line: Line
  /** Empty where another line of its mark has the words. */
  readonly text: string
}

function write(context: CanvasRenderingContext2D, lines: readonly WordedLine[]): void {
  const size = LETTERS * devicePixelRatio
  context.font = `${size}px ${getComputedStyle(context.canvas).fontFamily}`
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = size / 4
  context.strokeStyle = '#000'
  context.fillStyle = COLOUR
  const letters = { height: size * ROW, widthOf: (text: string) => context.measureText(text).width }
  const words = lines
    .filter(({ text }) => text !== '')
    .map(({ line, text }) => ({ text, at: rightEnd(line) }))
  const drawn = lines.map(({ line }) => line)
  for (const { text, left, middle } of placeWords(words, letters, context.canvas, drawn)) {
    context.strokeText(text, left, middle)
    context.fillText(text, left, middle)
  }
}

function cross({ x, y }: Point): Path2D {
  const arm = 2 * TICK * devicePixelRatio
  const path = new Path2D()
  path.moveTo(x - arm, y)
  path.lineTo(x + arm, y)
  path.moveTo(x, y - arm)
  path.lineTo(x, y + arm)
  return path
}
