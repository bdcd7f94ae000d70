import { lineWords } from '../../shared/measuring/mark-words.ts'
import { scaleOf } from '../../shared/measuring/measure.ts'
import type { Line } from '../../shared/measuring/measured.ts'
import type { Point } from '../../shared/point.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'
import type { Cursor, Mark, Marks } from '../state/marks.ts'
import { CanvasAbove } from './canvas-above.ts'
import { middleOfPixel, strokeToBeSeen } from './stroke-to-be-seen.ts'
import type { FilmToCanvas } from './view.ts'

// No film, overlay or heat map has this green.
const COLOUR = 'rgb(140 255 170)'
const TICK = 5
const LETTERS = 13

/** Draws what was measured on a film, each line with its words. */
export class MarksLayer extends CanvasAbove {
  draw({ drawn, cursor }: Marks, film: OpenedFilm, to: FilmToCanvas): void {
    const scale = scaleOf(film)
    const isOn = ({ id, frame }: Mark | Cursor) => id === film.id && frame === film.frame
    const own = drawn.filter(isOn)
    const crossed = cursor !== null && isOn(cursor)
    if (own.length === 0 && !crossed) {
      this.clear()
      return
    }
    this.paintFreely((context) => {
      for (const mark of own) {
        const texts = lineWords(mark, scale)
        for (const [i, line] of mark.lines.entries()) drawLine(context, onCanvas(line, to), texts[i] ?? '')
      }
      if (crossed) strokeToBeSeen(context, cross(placed(cursor.at, to)), COLOUR)
    })
  }
}

function onCanvas({ from, to: end }: Line, to: FilmToCanvas): Line {
  return { from: placed(from, to), to: placed(end, to) }
}

function placed({ x, y }: Point, { scaleX, scaleY, shiftX, shiftY }: FilmToCanvas): Point {
  return { x: middleOfPixel(x * scaleX + shiftX), y: middleOfPixel(y * scaleY + shiftY) }
}

function drawLine(context: CanvasRenderingContext2D, { from, to }: Line, text: string): void {
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
  write(context, text, from.x > to.x ? from : to)
}

/** Beside the line's right end, and within the canvas. */
function write(context: CanvasRenderingContext2D, text: string, { x, y }: Point): void {
  const size = LETTERS * devicePixelRatio
  context.font = `${size}px ${getComputedStyle(context.canvas).fontFamily}`
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  const room = context.canvas.width - context.measureText(text).width - size / 2
  const [left, middle] = [Math.max(Math.min(x + size / 2, room), size / 2), y - size]
  context.lineWidth = size / 4
  context.strokeStyle = '#000'
  context.strokeText(text, left, Math.max(middle, size))
  context.fillStyle = COLOUR
  context.fillText(text, left, Math.max(middle, size))
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
