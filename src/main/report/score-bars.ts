import type { Finding } from '../../shared/analysis.ts'
import { strings } from '../../shared/strings.en.ts'
import { percent } from './number-text.ts'
import { BAND_SHAPE, BAR, INK, LEFT, QUIET, RIGHT, SHADE, SIZE } from './page-design.ts'
import type { ReportModel } from './report-input.ts'
import type { Sheet } from './sheet.ts'

const ROW_HEIGHT = 25
const BAR_HEIGHT = 9
const NAME_WIDTH = 132
const NUMBER_WIDTH = 46
const CALL_WIDTH = 92

/** A bar for each class from 0 to 100%, with the operating point as a line and the indeterminate band hatched. */
export function drawScoreBars(sheet: Sheet, findings: readonly Finding[], model: ReportModel): void {
  for (const finding of findings) {
    sheet.makeRoom(ROW_HEIGHT)
    drawScore(sheet, finding, indeterminateBand(finding, model))
    sheet.y += ROW_HEIGHT
  }
}

export function scoreBarsHeight(findings: readonly Finding[]): number {
  return findings.length * ROW_HEIGHT
}

function indeterminateBand(
  { label, threshold }: Finding,
  { labels }: ReportModel,
): readonly [number, number] {
  return labels.find(({ id }) => id === label)?.indeterminate ?? [threshold, threshold]
}

function drawScore(sheet: Sheet, finding: Finding, band: readonly [number, number]): void {
  const { name, probability, threshold } = finding
  const y = sheet.y
  const text = { size: SIZE.body }
  const bold = { size: SIZE.body, weight: 'semibold' } as const
  const bar = { x: LEFT + NAME_WIDTH, width: RIGHT - LEFT - NAME_WIDTH - NUMBER_WIDTH - CALL_WIDTH - 12 }
  sheet.tag('P', () => {
    sheet.line(name, { x: LEFT, y, width: NAME_WIDTH - 10 }, finding.finding ? bold : text)
  })
  // A class that means nothing was found makes no call, so it has no operating point to show.
  const call = finding.finding ? strings.bands[finding.band] : ''
  const alt = strings.report.film.barsAlt(name, percent(probability), percent(threshold), call)
  const area = { ...bar, y: y + 2 }
  sheet.figure(finding.finding ? alt : name, { ...bar, y, height: BAR_HEIGHT + 6 }, () => {
    drawBar(sheet, area, finding)
    if (finding.finding) drawOperatingPoint(sheet, area, { threshold, band })
  })
  sheet.tag('P', () => {
    const right = bar.x + bar.width
    sheet.line(percent(probability), { x: right, y, width: NUMBER_WIDTH, align: 'right' }, bold)
    if (call === '') return
    sheet.partWords()
    sheet.line(
      `${BAND_SHAPE[finding.band]} ${call}`,
      { x: right + NUMBER_WIDTH + 12, y, width: CALL_WIDTH },
      text,
    )
  })
}

interface BarArea {
  readonly x: number
  readonly y: number
  readonly width: number
}

function drawBar({ doc }: Sheet, { x, y, width }: BarArea, { probability, finding, band }: Finding): void {
  doc.rect(x, y, width, BAR_HEIGHT).fill(SHADE)
  doc.rect(x, y, Math.max(width * probability, 0.8), BAR_HEIGHT).fill(BAR[finding ? band : 'negative'])
}

interface Point {
  readonly threshold: number
  readonly band: readonly [number, number]
}

function drawOperatingPoint(
  sheet: Sheet,
  { x, y, width }: BarArea,
  { threshold, band: [low, high] }: Point,
): void {
  hatch(sheet, { left: x + width * low, right: x + width * high, y })
  const point = x + width * threshold
  const bottom = y + BAR_HEIGHT + 2.5
  sheet.doc
    .lineWidth(1.3)
    .strokeColor(INK)
    .moveTo(point, y - 2.5)
    .lineTo(point, bottom)
    .stroke()
  const label = strings.report.film.operatingPoint(percent(threshold))
  const style = { size: SIZE.foot, colour: QUIET }
  sheet.line(label, { x: point - 50, y: bottom, width: 100, align: 'centre' }, style)
}

/** Strokes across the band, white over the fill and grey beside it, so that it shows on either. */
function hatch(sheet: Sheet, { left, right, y }: { left: number; right: number; y: number }): void {
  const { doc } = sheet
  if (right - left < 0.5) return
  doc
    .save()
    .rect(left, y, right - left, BAR_HEIGHT)
    .clip()
  doc
    .rect(left, y, right - left, BAR_HEIGHT)
    .fillOpacity(0.55)
    .fill('#ffffff')
    .fillOpacity(1)
  doc.lineWidth(0.7).strokeColor(QUIET)
  for (let x = left - BAR_HEIGHT; x < right; x += 3) {
    doc
      .moveTo(x, y + BAR_HEIGHT)
      .lineTo(x + BAR_HEIGHT, y)
      .stroke()
  }
  doc.restore()
  doc
    .lineWidth(0.7)
    .strokeColor(QUIET)
    .rect(left, y, right - left, BAR_HEIGHT)
    .stroke()
}
