import { strings } from '../../shared/strings.en.ts'

/** With the reader’s own day, so that the export of the next is not offered in place of this one. */
export function suggestedName(format: 'pdf' | 'csv' | 'json', now = new Date()): string {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  const date = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
  return `${strings.dialogs.summaryName} ${date}.${format}`
}
