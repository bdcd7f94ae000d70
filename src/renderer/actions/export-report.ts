import { strings } from '../../shared/strings.en.ts'
import { ask } from '../api.ts'
import { reportPages } from '../state/report-pages.ts'
import { happened, windowNow } from '../state/store.ts'
import { attempt } from './attempt.ts'

export function exportReport(format: 'pdf' | 'csv' | 'json'): Promise<void> {
  return attempt(async () => {
    const { name } = await ask('report.export', { format, pages: reportPages(windowNow().worklist) })
    if (name !== null) happened({ type: 'message.added', tone: 'note', text: strings.window.saved(name) })
  })
}
