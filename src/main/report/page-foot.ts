import { strings } from '../../shared/strings.en.ts'
import { shortHash } from './number-text.ts'
import { FAINT, LEFT, NOTICE, PAGE, QUIET, RIGHT, SIZE } from './page-design.ts'
import type { ReportInput } from './report-input.ts'
import type { Sheet } from './sheet.ts'

/** On every page: what this is not, what its numbers are not, which model, and which page of how many. */
export function stampPages(sheet: Sheet, { appVersion, model }: ReportInput): void {
  const { count } = sheet.doc.bufferedPageRange()
  const made = `${strings.appName} ${appVersion}   ·   ${model.id} ${model.version}   ·   ${shortHash(model.sha256)}`
  for (let page = 0; page < count; page++) {
    sheet.doc.switchToPage(page)
    stampHead(sheet)
    stampFoot(sheet, made, strings.report.page(page + 1, count))
  }
}

function stampHead(sheet: Sheet): void {
  const width = RIGHT - LEFT
  artifact(sheet, () => {
    sheet.line(
      strings.appName,
      { x: LEFT, y: 30, width },
      { size: SIZE.small, weight: 'semibold', colour: QUIET },
    )
    const title = { size: SIZE.small, colour: FAINT }
    sheet.line(strings.report.title, { x: LEFT, y: 30, width, align: 'right' }, title)
  })
}

function stampFoot(sheet: Sheet, made: string, page: string): void {
  const width = RIGHT - LEFT
  const top = PAGE.height - 66
  sheet.rule(top)
  artifact(sheet, () => {
    const notice = { size: SIZE.foot + 0.4, weight: 'semibold', colour: NOTICE } as const
    sheet.line(strings.notice, { x: LEFT, y: top + 7, width }, notice)
    const caveat = { size: SIZE.foot, colour: QUIET }
    const caveats = `${strings.caveatScore} ${strings.caveatMap}`
    sheet.paragraph(caveats, { x: LEFT, y: top + 18, width }, caveat)
    sheet.line(made, { x: LEFT, y: top + 40, width }, { size: SIZE.foot, colour: FAINT })
    sheet.line(page, { x: LEFT, y: top + 40, width, align: 'right' }, { size: SIZE.foot, colour: QUIET })
  })
}

function artifact(sheet: Sheet, draw: () => void): void {
  sheet.doc.markContent('Artifact', { type: 'Pagination' })
  draw()
  sheet.doc.endMarkedContent()
}
