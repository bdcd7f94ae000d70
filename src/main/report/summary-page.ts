import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Band } from '../../shared/analysis.ts'
import { providerNames } from '../../shared/provider-names.ts'
import { strings } from '../../shared/strings.en.ts'
import { pageWords } from './page-words.ts'
import { cardFigure, dateAndTime, percent } from './number-text.ts'
import { CONTENT_WIDTH, LEFT, NOTICE, NOTICE_SHADE, QUIET, SIZE } from './page-design.ts'
import type { ReportInput, ReportModel, ReportRow, ScoredRow, UnscoredRow } from './report-input.ts'
import { drawFacts, drawHeading, drawList, drawNote, drawParagraph } from './section-parts.ts'
import type { Sheet } from './sheet.ts'
import { type Column, drawTable } from './text-table.ts'

/** What was found, by which model, and what that model is worth. */
export async function drawSummary(sheet: Sheet, input: ReportInput): Promise<void> {
  const { report } = strings
  sheet.startSection(report.outline.summary)
  sheet.doc.outline.addItem(report.outline.summary)
  const parts = [
    () => drawTitle(sheet, input),
    () => drawNotice(sheet),
    () => drawFindings(sheet, input),
    () => drawUnscored(sheet, input.rows.filter(isUnscored)),
    () => drawModel(sheet, input),
    () => drawHeading(sheet, report.model.limits),
    () => drawList(sheet, input.model.limits),
    () => drawFigures(sheet, input.model),
  ]
  for (const draw of parts) {
    draw()
    // The fonts are read here, and nothing is compiled yet: each part takes as long as a page of the films.
    await nextTurn()
  }
}

function isScored(row: ReportRow): row is ScoredRow {
  return row.status === 'scored'
}

function isUnscored(row: ReportRow): row is UnscoredRow {
  return row.status !== 'scored'
}

function drawTitle(sheet: Sheet, input: ReportInput): void {
  const { rows, unread, createdAt } = input
  const { report } = strings
  const width = CONTENT_WIDTH
  const title = { size: SIZE.title, weight: 'semibold' } as const
  sheet.tag('H1', () => sheet.line(report.title, { x: LEFT, y: sheet.y, width }, title))
  sheet.y += SIZE.title * 1.4
  const count = (status: ReportRow['status']): number => rows.filter((row) => row.status === status).length
  const counts = [
    report.scored(count('scored')),
    report.refused(count('refused')),
    report.failed(count('failed')),
    ...(unread > 0 ? [report.unread(unread)] : []),
  ]
  const films = unread > 0 ? report.listed(rows.length + unread) : report.films(rows.length)
  const style = { size: SIZE.body + 0.8, colour: QUIET }
  drawParagraph(sheet, `${films}: ${counts.join(', ')}.  ${report.created} ${dateAndTime(createdAt)}.`, style)
  if (rows.length > 0) drawParagraph(sheet, pageWords(input), style)
  sheet.y += 8
}

function drawNotice(sheet: Sheet): void {
  const bold = { size: SIZE.body, weight: 'semibold', colour: NOTICE } as const
  const plain = { size: SIZE.body, colour: NOTICE }
  const caveats = `${strings.caveatScore} ${strings.caveatMap}`
  const inside = { x: LEFT + 14, width: CONTENT_WIDTH - 28 }
  const top = sheet.y + 9
  const noticeHeight = sheet.paragraphHeight(strings.notice, inside.width, bold)
  const height = noticeHeight + sheet.paragraphHeight(caveats, inside.width, plain) + 20
  sheet.box({ y: sheet.y, height }, NOTICE_SHADE)
  sheet.box({ y: sheet.y, height, width: 3 }, NOTICE)
  sheet.tag('P', () => {
    sheet.paragraph(strings.notice, { ...inside, y: top }, bold)
    sheet.partWords()
    sheet.paragraph(caveats, { ...inside, y: top + noticeHeight + 2 }, plain)
  })
  sheet.y += height
}

function drawFindings(sheet: Sheet, { rows, model }: ReportInput): void {
  const { findings } = strings.report
  const scored = rows.filter(isScored)
  drawHeading(sheet, findings.heading)
  if (scored.length === 0) return drawParagraph(sheet, findings.none)
  const calls = (band: Band): number => scored.filter((row) => row.band === band).length
  drawParagraph(sheet, findings.calls(calls('positive'), calls('indeterminate'), calls('negative')))
  const columns: readonly Column[] = [
    { title: findings.class, width: 127 },
    { title: strings.bands.positive, width: 52, align: 'right' },
    { title: strings.bands.indeterminate, width: 64, align: 'right' },
    { title: strings.bands.negative, width: 52, align: 'right' },
    { title: findings.operatingPoint, width: 56, align: 'right' },
    { title: findings.betweenBand, width: 72, align: 'right' },
    { title: findings.sensitivity, width: 58, align: 'right' },
    { title: findings.specificity, width: 58, align: 'right' },
  ]
  // A gap to the right of every column, also of the last.
  const scale = (CONTENT_WIDTH + 10) / columns.reduce((sum, { width }) => sum + width, 0)
  drawTable(
    sheet,
    columns.map((column) => ({ ...column, width: column.width * scale })),
    // The class that means nothing was found calls no film.
    model.labels.filter(({ finding }) => finding).map((label) => findingCells(label, scored)),
  )
  drawNote(sheet, findings.note)
}

function findingCells(label: ReportModel['labels'][number], scored: readonly ScoredRow[]): string[] {
  const count = (band: Band): string => {
    const rows = scored.filter(({ findings }) =>
      findings.some((one) => one.label === label.id && one.band === band),
    )
    return rows.length.toLocaleString('en-GB')
  }
  const share = (value: number | null): string =>
    value === null ? strings.report.findings.unknown : percent(value)
  return [
    label.name,
    count('positive'),
    count('indeterminate'),
    count('negative'),
    percent(label.threshold),
    betweenBand(label.indeterminate),
    share(label.sensitivity),
    share(label.specificity),
  ]
}

function drawUnscored(sheet: Sheet, rows: readonly UnscoredRow[]): void {
  if (rows.length === 0) return
  const { unscored } = strings.report
  drawHeading(sheet, unscored.heading)
  const byCode = Map.groupBy(rows, ({ code }) => code)
  drawTable(
    sheet,
    [
      { title: unscored.code, width: 138 },
      { title: unscored.count, width: 42, align: 'right' },
      { title: unscored.example, width: CONTENT_WIDTH - 180 },
    ],
    [...byCode].map(([code, films]) => [code, films.length.toLocaleString('en-GB'), films[0]?.message ?? '']),
  )
  drawNote(sheet, unscored.note)
}

function drawModel(sheet: Sheet, { model, appVersion, ...computed }: ReportInput): void {
  const words = strings.report.model
  drawHeading(sheet, words.heading)
  const facts: [string, string][] = [
    [words.name, model.name],
    [words.version, `${model.id} ${model.version}`],
    [words.sha256, model.sha256],
    [words.provider, computedOn(computed)],
    [words.app, `${strings.appName} ${appVersion}`],
    [words.intendedUse, model.intendedUse],
  ]
  if (model.citation !== '') facts.push([words.citation, model.citation])
  drawFacts(sheet, facts)
}

function computedOn({ provider, providerReason }: Pick<ReportInput, 'provider' | 'providerReason'>): string {
  const names = providerNames(provider)
  return providerReason === undefined ? names : `${names}. ${providerReason}`
}

function drawFigures(sheet: Sheet, { figures }: ReportModel): void {
  if (figures.length === 0) return
  const words = strings.report.model
  drawHeading(sheet, words.figures)
  drawTable(
    sheet,
    [
      { title: words.figure.name, width: 140 },
      { title: words.figure.value, width: 52, align: 'right' },
      { title: words.figure.interval, width: 88, align: 'right' },
      { title: words.figure.films, width: 44, align: 'right' },
      { title: words.figure.split, width: CONTENT_WIDTH - 324 },
    ],
    figures.map(({ name, value, low, high, films, split }) => [
      name,
      cardFigure(value),
      `${cardFigure(low)} – ${cardFigure(high)}`,
      films.toLocaleString('en-GB'),
      split,
    ]),
  )
}

/** A band too thin to be written is none to the reader. */
function betweenBand([low, high]: readonly [number, number]): string {
  const [from, to] = [percent(low), percent(high)]
  return from === to ? strings.window.noBand : `${from} – ${to}`
}
