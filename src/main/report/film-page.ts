import { reachesOperatingPoint } from '../../shared/operating-point.ts'
import { providerNames } from '../../shared/provider-names.ts'
import { strings } from '../../shared/strings.en.ts'
import { callWords } from './call-words.ts'
import { COLOUR_BAR_WIDTH, drawColourBar, heatFacts } from './colour-bar.ts'
import { pageOf } from './film-table.ts'
import { drawMarkList, drawMarks } from './drawn-marks.ts'
import type { FilmPictures, PrintedPicture } from './film-pictures.ts'
import { shortHash } from './number-text.ts'
import { CONTENT_WIDTH, INK, LEFT, QUIET, RIGHT, RULE, SHADE, SIZE, type Box } from './page-design.ts'
import type { ReportFilm, ReportInput, ReportRow, ScoredRow, UnscoredRow } from './report-input.ts'
import { drawScoreBars, scoreBarsHeight } from './score-bars.ts'
import { drawFacts, drawHeading, drawList, drawNote, drawParagraph } from './section-parts.ts'
import type { Sheet } from './sheet.ts'

const GAP = 16
const PICTURE_WIDTH = (CONTENT_WIDTH - GAP - COLOUR_BAR_WIDTH) / 2
const TALLEST_PICTURE = 280

/** One film, with its number in the table: as shown, with the map over it, its scores, what must be said of it, and where all that came from. */
export function drawFilmPage(
  sheet: Sheet,
  input: ReportInput,
  { film, pictures, number }: { film: ReportFilm; pictures: FilmPictures; number: number },
): void {
  const { row } = film
  sheet.startSection(strings.report.outline.film(number))
  sheet.doc.addNamedDestination(pageOf(number))
  drawName(sheet, film, number)
  drawPictures(sheet, film, pictures)
  if (row.status === 'scored') drawScores(sheet, row, input)
  else drawReason(sheet, row)
  drawMarkList(sheet, film)
  if (row.warnings.length > 0) {
    drawHeading(sheet, strings.report.film.warnings, 30)
    drawList(
      sheet,
      row.warnings.map(({ message }) => message),
    )
  }
  drawProvenance(sheet, film, input)
}

function drawName(sheet: Sheet, { row }: ReportFilm, number: number): void {
  const title = { size: SIZE.section + 2.5, weight: 'semibold' } as const
  sheet.tag('H1', () =>
    sheet.lineKeepingEnds(row.name, { x: LEFT, y: sheet.y, width: CONTENT_WIDTH - 90 }, title),
  )
  const style = { size: SIZE.body, colour: QUIET }
  const words = strings.report.film.number(number)
  sheet.tag('P', () => {
    sheet.line(words, { x: LEFT, y: sheet.y + 5, width: CONTENT_WIDTH, align: 'right' }, style)
  })
  sheet.y += 30
}

function drawPictures(sheet: Sheet, film: ReportFilm, pictures: FilmPictures): void {
  const words = strings.report.film
  if (!pictures.film) {
    drawParagraph(sheet, words.noPicture, { size: SIZE.body, colour: QUIET })
    return
  }
  const size = paperSize(pictures.film)
  const top = sheet.y
  drawPicture(sheet, pictures.film, {
    x: LEFT,
    y: top,
    ...size,
    alt: words.filmAlt(film.row.name, film.isOnScreen),
  })
  if (film.picture) drawMarks(sheet, film, film.picture, { x: LEFT, y: top, ...size })
  const right = LEFT + PICTURE_WIDTH + GAP
  const captions = { left: filmCaption(film), right: '' }
  if (pictures.heat && film.heat) {
    const name = className(film.row, film.heat.label)
    drawPicture(sheet, pictures.heat, { x: right, y: top, ...size, alt: words.heatAlt(name) })
    drawColourBar(sheet, film.heat, { x: right + size.width + 9, y: top, height: size.height })
    captions.right = `${words.heatMap(name)}. ${heatFacts(film.heat)}`
  } else {
    drawPlaceholder(sheet, film, { x: right, y: top, width: RIGHT - right, height: size.height })
  }
  sheet.y = top + size.height + 5
  drawCaptions(sheet, captions, right)
}

function drawCaptions(
  sheet: Sheet,
  { left, right }: { left: string; right: string },
  rightEdge: number,
): void {
  const style = { size: SIZE.small, colour: QUIET }
  const y = sheet.y
  let height = 0
  for (const [text, x] of [
    [left, LEFT],
    [right, rightEdge],
  ] as const) {
    if (text === '') continue
    sheet.tag('Caption', () => {
      height = Math.max(height, sheet.paragraph(text, { x, y, width: PICTURE_WIDTH }, style))
    })
  }
  sheet.y = y + height
}

function filmCaption({ isOnScreen, greys }: ReportFilm): string {
  const words = strings.report.film.shown(isOnScreen)
  return greys === '' ? `${words}.` : `${words}. ${greys}.`
}

function className(row: ReportRow, label: string): string {
  const findings = row.status === 'scored' ? row.findings : []
  return findings.find((one) => one.label === label)?.name ?? label
}

function paperSize({ shape }: PrintedPicture): { width: number; height: number } {
  const height = Math.min(PICTURE_WIDTH * shape, TALLEST_PICTURE)
  return { width: height / shape, height }
}

function drawPicture(sheet: Sheet, { jpeg }: PrintedPicture, { alt, ...box }: Box & { alt: string }): void {
  sheet.figure(alt, box, () => {
    sheet.doc.image(jpeg, box.x, box.y, { width: box.width, height: box.height })
  })
}

/** Where a heat map would be: why there is none. */
function drawPlaceholder(sheet: Sheet, { row, methods }: ReportFilm, box: Box): void {
  sheet.decorate(() => {
    sheet.doc.rect(box.x, box.y, box.width, box.height).fill(SHADE)
    sheet.doc.rect(box.x, box.y, box.width, box.height).lineWidth(0.6).strokeColor(RULE).stroke()
  })
  const words = strings.report.film
  const style = { size: SIZE.body, colour: QUIET }
  const text = row.status === 'scored' ? noHeatWords(row, methods) : words[row.status]
  const width = box.width - 48
  const y = box.y + (box.height - sheet.paragraphHeight(text, width, style)) / 2
  sheet.tag('P', () => sheet.paragraph(text, { x: box.x + 24, y, width }, style))
}

function noHeatWords({ findings }: ScoredRow, methods: ReportFilm['methods']): string {
  if (methods.length === 0) return strings.report.film.unexplained
  const called = findings.some((one) => one.finding && reachesOperatingPoint(one))
  return called ? strings.report.film.noHeat : strings.report.film.noHeatBelow
}

function drawScores(sheet: Sheet, row: ScoredRow, { model }: ReportInput): void {
  const { findings } = row
  drawHeading(sheet, strings.report.film.scores, Math.min(scoreBarsHeight(findings), 200))
  drawParagraph(sheet, `${strings.report.film.call}  ${callWords(row)}`, {
    size: SIZE.body + 1,
    weight: 'semibold',
  })
  sheet.y += 5
  drawScoreBars(sheet, findings, model)
  drawNote(sheet, strings.report.film.barsNote)
}

function drawReason(sheet: Sheet, { status, code, message }: UnscoredRow): void {
  drawHeading(sheet, strings.report.film[status])
  drawParagraph(sheet, message, { size: SIZE.body + 0.5, colour: INK })
  drawNote(sheet, code)
}

function drawProvenance(sheet: Sheet, { row, facts }: ReportFilm, { model }: ReportInput): void {
  const words = strings.report.film
  drawHeading(sheet, words.facts, 40)
  const provenance: [string, string][] = [[words.file, row.name]]
  if (row.frame > 0) provenance.push([words.frame, String(row.frame + 1)])
  drawFacts(sheet, [
    ...provenance,
    ...facts,
    [words.fileHash, row.sha256 === null ? words.unknown : shortHash(row.sha256)],
    [words.model, `${model.name}, ${model.id} ${model.version}`],
    [words.modelHash, shortHash(model.sha256)],
    ...(row.status === 'scored' ? [[words.provider, providerNames(row.provider)] as const] : []),
  ])
}
