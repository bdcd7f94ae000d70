import { strings } from '../../shared/strings.en.ts'
import { drawFilmPage } from './film-page.ts'
import { printPictures } from './film-pictures.ts'
import { drawFilmTable } from './film-table.ts'
import { stampPages } from './page-foot.ts'
import type { ReportInput } from './report-input.ts'
import { Sheet } from './sheet.ts'
import { drawSummary } from './summary-page.ts'
import { loadTypeface } from './typeface.ts'

/**
 * The PDF: a summary, the table of all films, a page for each film chosen. The same input gives the same bytes.
 * `assetsFolder` holds the report's fonts in `fonts/`.
 */
export async function composeReport(input: ReportInput, assetsFolder: string): Promise<Buffer> {
  const producer = `${strings.appName} ${input.appVersion}`
  const sheet = new Sheet(await loadTypeface(assetsFolder), {
    title: `${strings.appName}: ${strings.report.title}`,
    subject: strings.report.subject,
    language: strings.report.language,
    producer,
    createdAt: input.createdAt,
  })
  const written = collect(sheet.doc)
  await drawSummary(sheet, input)
  if (input.rows.length > 0) await drawFilmTable(sheet, input)
  await drawFilms(sheet, input)
  stampPages(sheet, input)
  sheet.doc.end()
  return written
}

async function drawFilms(sheet: Sheet, input: ReportInput): Promise<void> {
  const { outline } = strings.report
  for (const film of input.films) {
    const number = input.rows.indexOf(film.row) + 1
    drawFilmPage(sheet, input, { film, pictures: await printPictures(film), number })
    sheet.doc.outline.addItem(outline.film(number))
  }
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
}
