import { strings } from '../../shared/strings.en.ts'
import type { ReportInput, ReportRow } from './report-input.ts'

/** Which films have a page of their own, and that others have none. */
export function pageWords({ rows, unread, films }: Pick<ReportInput, 'rows' | 'unread' | 'films'>): string {
  const calledPages = films.filter(({ row }) => isCalled(row)).length
  return strings.report.pages({
    calledPages,
    otherPages: films.length - calledPages,
    called: rows.filter(isCalled).length,
    films: rows.length,
    unread,
  })
}

function isCalled(row: ReportRow): boolean {
  return row.status === 'scored' && row.band !== 'negative'
}
