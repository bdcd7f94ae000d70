import { setImmediate as nextTurn } from 'node:timers/promises'
import { strings } from '../../shared/strings.en.ts'
import { callWords } from './call-words.ts'
import { percent } from './number-text.ts'
import { ACCENT, BAND_SHAPE, CONTENT_WIDTH, LEFT, QUIET, RIGHT, SHADE, SIZE } from './page-design.ts'
import type { ReportInput, ReportModel, ReportRow, ScoredRow, UnscoredRow } from './report-input.ts'
import type { Sheet, Structure, Style } from './sheet.ts'

const LINE = 14.5
const SECOND_LINE = 10.5
const HEAD_LINE = 9
const CELL: Style = { size: SIZE.table }
const STRONG: Style = { size: SIZE.table, weight: 'semibold' }
const SMALL: Style = { size: SIZE.foot + 0.4, colour: QUIET }
const HEAD: Style = { size: SIZE.foot + 0.5, weight: 'semibold', colour: QUIET }

/** With more classes than this only the leading one has a number in the table. */
const MOST_CLASS_COLUMNS = 4
const GAP = 8
const CALL_WIDTH = 147

interface Column {
  readonly title: string
  readonly left: number
  readonly width: number
  readonly align: 'left' | 'right'
}

interface Columns {
  readonly number: Column
  readonly file: Column
  readonly call: Column
  /** Only where there are too many classes for a number each. */
  readonly leading: Column | null
  readonly scores: readonly Column[]
}

/** Letters are measured one by one, so that ten thousand rows take seconds; the window answers in between. */
const ROWS_IN_A_TURN = 8

/** One line for each film, a second one for what must be said of it; the head row is on every page. */
export async function drawFilmTable(sheet: Sheet, input: ReportInput): Promise<void> {
  const { rows, model } = input
  const { table, outline } = strings.report
  const linked = new Set(input.films.map(({ row }) => row))
  sheet.startSection(outline.table)
  sheet.doc.outline.addItem(outline.table)
  const columns = layColumns(model)
  drawTitle(sheet, table.heading)
  drawLegend(sheet, input)
  let part = startPart(sheet, columns)
  for (const [index, row] of rows.entries()) {
    const isLinked = linked.has(row)
    const notes = isLinked ? shortNotes(sheet, row, columns) : wholeNotes(sheet, row, columns)
    const height = LINE + notes.length * SECOND_LINE
    if (sheet.makeRoom(height)) {
      drawTitle(sheet, table.continued)
      part = startPart(sheet, columns)
    }
    if (index % 2 === 1) sheet.box({ x: LEFT - 4, width: CONTENT_WIDTH + 8, y: sheet.y, height }, SHADE)
    drawRow(sheet, { row, index, isLinked, columns, notes }, sheet.group('TR', part))
    sheet.y += height
    if (index % ROWS_IN_A_TURN === 0) await nextTurn()
  }
}

function drawLegend(sheet: Sheet, { films, unread }: ReportInput): void {
  const { table } = strings.report
  const lines = [table.legend(BAND_SHAPE)]
  if (films.length > 0) lines.push(table.linked)
  if (unread > 0) lines.push(table.unread(unread))
  for (const line of lines) {
    sheet.tag('P', () => sheet.line(line, { x: LEFT, y: sheet.y, width: CONTENT_WIDTH }, SMALL))
    sheet.y += SECOND_LINE
  }
  sheet.y += 7.5
}

function drawTitle(sheet: Sheet, title: string): void {
  const style = { size: SIZE.section, weight: 'semibold', colour: ACCENT } as const
  sheet.tag('H2', () => sheet.line(title, { x: LEFT, y: sheet.y, width: CONTENT_WIDTH }, style))
  sheet.y += SIZE.section * 1.6
}

function layColumns({ labels }: ReportModel): Columns {
  const { table } = strings.report
  const many = labels.length > MOST_CLASS_COLUMNS
  const numbers = many ? [table.score] : labels.map(({ name }) => name)
  const numberWidth = Math.min(51, 190 / numbers.length)
  const scoresLeft = RIGHT - numbers.length * numberWidth
  const leadingLeft = scoresLeft - (many ? 100 : 0)
  const callLeft = leadingLeft - CALL_WIDTH
  const column = (title: string, left: number, width: number): Column => ({
    title,
    left,
    width,
    align: 'left',
  })
  return {
    number: { title: table.number, left: LEFT - 2, width: 24, align: 'right' },
    file: column(table.file, LEFT + 29, callLeft - LEFT - 29 - GAP),
    call: column(table.call, callLeft, CALL_WIDTH - GAP),
    leading: many ? column(table.leading, leadingLeft, 100 - GAP) : null,
    scores: numbers.map((title, i) => ({
      title,
      left: scoresLeft + i * numberWidth + GAP,
      width: numberWidth - GAP,
      align: 'right',
    })),
  }
}

function startPart(sheet: Sheet, columns: Columns): Structure {
  const table = sheet.group('Table')
  const row = sheet.group('TR', table)
  const { number, file, call, leading, scores } = columns
  const heads = [number, file, call, ...(leading ? [leading] : []), ...scores].map((column) => ({
    ...column,
    lines: sheet.wrap(column.title, column.width, HEAD).slice(0, 3),
  }))
  const tallest = Math.max(...heads.map(({ lines }) => lines.length))
  for (const { lines, left, width, align } of heads) {
    const top = sheet.y + (tallest - lines.length) * HEAD_LINE
    sheet.tag('TH', () => sheet.lines(lines, { x: left, y: top, width, align }, HEAD), row)
  }
  sheet.y += tallest * HEAD_LINE + 3.5
  sheet.rule(sheet.y)
  sheet.y += 2
  return table
}

interface DrawnRow {
  readonly row: ReportRow
  readonly index: number
  /** Whether it has a page of its own. */
  readonly isLinked: boolean
  readonly columns: Columns
  readonly notes: readonly string[]
}

function drawRow(sheet: Sheet, { row, columns, notes, ...numbered }: DrawnRow, tableRow: Structure): void {
  const y = sheet.y + 2
  const cell = ({ left, width, align }: Column, text: string, style: Style = CELL): void =>
    sheet.tag('TD', () => sheet.line(text, { x: left, y, width, align }, style), tableRow)
  drawNumber(sheet, numbered, { ...columns.number, x: columns.number.left, y }, tableRow)
  sheet.tag(
    'TD',
    () => {
      const { left, width } = columns.file
      sheet.lineKeepingEnds(filmName(row), { x: left, y, width }, CELL)
      notes.forEach((note, i) => {
        sheet.partWords()
        sheet.line(note, { x: left, y: y + LINE - 3.2 + i * SECOND_LINE, width: RIGHT - left }, SMALL)
      })
    },
    tableRow,
  )
  if (row.status === 'scored') drawScored(row, columns, cell)
  else drawUnscored(row, columns, cell)
}

function drawNumber(
  sheet: Sheet,
  { index, isLinked }: Pick<DrawnRow, 'index' | 'isLinked'>,
  place: Column & { x: number; y: number },
  tableRow: Structure,
): void {
  const text = String(index + 1)
  if (!isLinked) {
    sheet.tag('TD', () => sheet.line(text, place, { ...CELL, colour: QUIET }), tableRow)
    return
  }
  const within = sheet.group('TD', tableRow)
  sheet.link(text, place, { ...CELL, colour: ACCENT }, { destination: pageOf(index + 1), within })
}

/** Where the page of the film with this number is found. */
export function pageOf(number: number): string {
  return `film-${number}`
}

type DrawCell = (column: Column, text: string, style?: Style) => void

function drawScored(row: ScoredRow, columns: Columns, cell: DrawCell): void {
  cell(columns.call, callWords(row), row.band === 'positive' ? STRONG : CELL)
  const leading = row.findings.filter(({ label }) => label === row.label)
  if (columns.leading) cell(columns.leading, leading[0]?.name ?? row.label)
  const shown = columns.leading ? leading : row.findings
  shown.forEach((finding, i) => {
    const column = columns.scores[i]
    const called = finding.finding && finding.band === 'positive'
    if (column) cell(column, percent(finding.probability), called ? STRONG : CELL)
  })
}

function drawUnscored({ status, code }: UnscoredRow, columns: Columns, cell: DrawCell): void {
  const width = RIGHT - columns.call.left
  cell({ ...columns.call, width }, `${strings.report.table[status]}: ${code}`, { ...CELL, colour: QUIET })
}

function filmName({ name, frame }: ReportRow): string {
  return frame === 0 ? name : `${name} (${strings.report.table.frame(frame + 1)})`
}

/** What stands in full on a page of its own: the reason of a film without a score in two lines, all warnings in one. */
function shortNotes(sheet: Sheet, row: ReportRow, columns: Columns): string[] {
  const [first, ...more] = wrapped(sheet, reasonOf(row), columns)
  const reason = first === undefined ? [] : [first, more.join(' ')].filter((line) => line !== '')
  return [...reason, ...warningsOf(row)]
}

/** Of a film that stands nowhere else in the report. */
function wholeNotes(sheet: Sheet, row: ReportRow, columns: Columns): string[] {
  return [...reasonOf(row), ...warningsOf(row)].flatMap((note) => wrapped(sheet, [note], columns))
}

function reasonOf(row: ReportRow): string[] {
  return row.status === 'scored' ? [] : [row.message]
}

function warningsOf({ warnings }: ReportRow): string[] {
  const words = warnings.map(({ message }) => message).join(' ')
  return words === '' ? [] : [`${strings.report.table.warning}: ${words}`]
}

function wrapped(sheet: Sheet, texts: readonly string[], { file }: Columns): string[] {
  return texts.flatMap((text) => sheet.wrap(text, RIGHT - file.left, SMALL))
}
