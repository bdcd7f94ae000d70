import { LEFT, QUIET, SIZE } from './page-design.ts'
import type { Sheet, Structure, Style } from './sheet.ts'

export interface Column {
  readonly title: string
  readonly width: number
  readonly align?: 'left' | 'right'
}

const ROW_GAP = 5.5
const COLUMN_GAP = 10
const HEAD: Style = { size: SIZE.foot + 0.5, weight: 'semibold', colour: QUIET }
const CELL: Style = { size: SIZE.small + 0.4 }

/** A small table that may wrap its cells; for the summary, not for thousands of rows. */
export function drawTable(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): void {
  const table = sheet.group('Table')
  sheet.makeRoom(3 * (SIZE.small + ROW_GAP) + 10)
  drawHead(sheet, columns, table)
  for (const row of rows) {
    if (sheet.makeRoom(rowHeight(sheet, columns, row))) drawHead(sheet, columns, table)
    const tableRow = sheet.group('TR', table)
    columns.forEach((column, i) => {
      const place = { x: columnLeft(columns, i), y: sheet.y, width: column.width - COLUMN_GAP }
      sheet.tag(
        'TD',
        () => drawCell(sheet, row[i] ?? '', { ...place, right: column.align === 'right' }),
        tableRow,
      )
    })
    sheet.y += rowHeight(sheet, columns, row)
    sheet.rule(sheet.y - ROW_GAP / 2)
  }
}

function drawHead(sheet: Sheet, columns: readonly Column[], table: Structure): void {
  const lines = Math.max(
    ...columns.map(({ title, width }) => sheet.wrap(title, width - COLUMN_GAP, HEAD).length),
  )
  const row = sheet.group('TR', table)
  columns.forEach(({ title, width, align = 'left' }, i) => {
    const wrapped = sheet.wrap(title, width - COLUMN_GAP, HEAD)
    const y = sheet.y + (lines - wrapped.length) * HEAD.size * 1.15
    const place = { x: columnLeft(columns, i), y, width: width - COLUMN_GAP, align }
    sheet.tag('TH', () => sheet.lines(wrapped, place, HEAD), row)
  })
  sheet.y += lines * HEAD.size * 1.15 + ROW_GAP
  sheet.rule(sheet.y - ROW_GAP / 2)
}

interface Cell {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly right: boolean
}

function drawCell(sheet: Sheet, text: string, { right, ...place }: Cell): void {
  if (right) sheet.line(text, { ...place, align: 'right' }, CELL)
  else sheet.paragraph(text, place, CELL)
}

function rowHeight(sheet: Sheet, columns: readonly Column[], row: readonly string[]): number {
  const heights = columns.map(({ width, align }, i) =>
    align === 'right' ? 0 : sheet.paragraphHeight(row[i] ?? '', width - COLUMN_GAP, CELL),
  )
  return Math.max(CELL.size * 1.32, ...heights) + ROW_GAP
}

function columnLeft(columns: readonly Column[], index: number): number {
  return LEFT + columns.slice(0, index).reduce((sum, { width }) => sum + width, 0)
}
