import { strings } from '../../shared/strings.en.ts'
import { ask } from '../api.ts'
import { isWhole } from '../state/marks.ts'
import { happened, windowNow } from '../state/store.ts'
import { attempt } from './attempt.ts'

export function exportReport(format: 'pdf' | 'csv' | 'json'): Promise<void> {
  return attempt(async () => {
    const { worklist, marks } = windowNow()
    const measured = marks.drawn.filter(isWhole).map(({ id, frame, kind, lines }) => {
      return { id, frame, kind, lines: [...lines] }
    })
    const order = { format, shown: worklist.chosen, marks: measured }
    const { name, films, unread } = await ask('report.export', order).finally(() =>
      happened({ type: 'work.ended' }),
    )
    if (name !== null)
      happened({ type: 'message.added', tone: 'note', text: strings.window.saved(name, { films, unread }) })
  })
}
