import type { Point } from '../../shared/point.ts'
import { strings } from '../../shared/strings.en.ts'
import { SIZE, type Box } from './page-design.ts'
import type { ReportFilm, ReportPicture } from './report-input.ts'
import { drawHeading, drawList, drawNote } from './section-parts.ts'
import type { Sheet } from './sheet.ts'

// As on the screen: no film has this green, and a dark edge parts it from bright bone.
const COLOUR = '#8cffaa'
const EDGE = '#000000'
const TICK = 2.5

/** The lines over the picture, each mark with its number in the list below. */
export function drawMarks(sheet: Sheet, { marks }: ReportFilm, picture: ReportPicture, box: Box): void {
  const [across, down] = [box.width / picture.columns, box.height / picture.rows]
  const placed = ({ x, y }: Point): Point => ({ x: box.x + x * across, y: box.y + y * down })
  sheet.decorate(() => {
    sheet.doc.save().rect(box.x, box.y, box.width, box.height).clip()
    for (const [i, { lines }] of marks.entries()) {
      for (const { from, to } of lines) drawLine(sheet, placed(from), placed(to), String(i + 1))
    }
    sheet.doc.restore()
  })
}

function drawLine({ doc }: Sheet, from: Point, to: Point, number: string): void {
  const length = Math.max(Math.hypot(to.x - from.x, to.y - from.y), 1)
  const tick = { x: (-(to.y - from.y) / length) * TICK, y: ((to.x - from.x) / length) * TICK }
  for (const [colour, width] of [
    [EDGE, 2],
    [COLOUR, 0.8],
  ] as const) {
    doc.moveTo(from.x, from.y).lineTo(to.x, to.y)
    for (const { x, y } of [from, to]) doc.moveTo(x - tick.x, y - tick.y).lineTo(x + tick.x, y + tick.y)
    doc.lineWidth(width).strokeColor(colour).stroke()
  }
  const [right] = [from, to].toSorted((a, b) => b.x - a.x)
  const style = { size: SIZE.foot, width: 4 + number.length * 4, height: SIZE.foot + 2 }
  const corner = { x: right!.x + 3, y: right!.y - style.height - 1 }
  doc.rect(corner.x, corner.y, style.width, style.height).fill(EDGE)
  doc.font('semibold').fontSize(style.size).fillColor(COLOUR)
  doc.text(number, corner.x + 2, corner.y + 0.5, { lineBreak: false })
}

/** What the numbers on the picture stand for. */
export function drawMarkList(sheet: Sheet, { marks, scale }: ReportFilm): void {
  if (marks.length === 0) return
  drawHeading(sheet, strings.window.measurements, 30)
  drawList(
    sheet,
    marks.map(({ text }) => text),
    (i) => String(i + 1),
  )
  drawNote(sheet, scale)
}
