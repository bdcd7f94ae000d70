import { ACCENT, CONTENT_WIDTH, LEFT, QUIET, SIZE } from './page-design.ts'
import type { Sheet, Style } from './sheet.ts'

const NAME_WIDTH = 128

/** A heading with what must stay on its page below it. */
export function drawHeading(sheet: Sheet, text: string, keepBelow = 60): void {
  sheet.y += 14
  sheet.makeRoom(SIZE.section * 1.6 + keepBelow)
  sheet.tag('H2', () => {
    const style = { size: SIZE.section, weight: 'semibold', colour: ACCENT } as const
    sheet.line(text, { x: LEFT, y: sheet.y, width: CONTENT_WIDTH }, style)
  })
  sheet.y += SIZE.section * 1.65
}

export function drawParagraph(sheet: Sheet, text: string, style: Style = { size: SIZE.body }): void {
  sheet.makeRoom(sheet.paragraphHeight(text, CONTENT_WIDTH, style))
  sheet.tag('P', () => {
    sheet.y += sheet.paragraph(text, { x: LEFT, y: sheet.y, width: CONTENT_WIDTH }, style)
  })
  sheet.y += 4
}

export function drawNote(sheet: Sheet, text: string): void {
  drawParagraph(sheet, text, { size: SIZE.small, colour: QUIET })
}

/** 'Name   value', the values in one column. */
export function drawFacts(sheet: Sheet, facts: readonly (readonly [name: string, value: string])[]): void {
  for (const [name, value] of facts) {
    const style = { size: SIZE.small + 0.4 }
    const width = CONTENT_WIDTH - NAME_WIDTH
    sheet.makeRoom(sheet.paragraphHeight(value, width, style))
    sheet.tag('P', () => {
      sheet.line(name, { x: LEFT, y: sheet.y, width: NAME_WIDTH - 10 }, { ...style, colour: QUIET })
      sheet.partWords()
      sheet.y += sheet.paragraph(value, { x: LEFT + NAME_WIDTH, y: sheet.y, width }, style) + 2.2
    })
  }
}

export function drawList(
  sheet: Sheet,
  items: readonly string[],
  bullet: (index: number) => string = () => '•',
): void {
  const style = { size: SIZE.small + 0.4 }
  for (const [i, item] of items.entries()) {
    const width = CONTENT_WIDTH - 12
    sheet.makeRoom(sheet.paragraphHeight(item, width, style))
    sheet.tag('P', () => {
      sheet.line(bullet(i), { x: LEFT, y: sheet.y, width: 10 }, { ...style, colour: QUIET })
      sheet.partWords()
      sheet.y += sheet.paragraph(item, { x: LEFT + 12, y: sheet.y, width }, style) + 2.2
    })
  }
}
