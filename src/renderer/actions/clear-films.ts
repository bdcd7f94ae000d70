// A list may be the work of a day, and is cleared by one press. Nothing is asked before, for that would be asked each
// time, and be confirmed unread; it can be taken back after.

import { strings } from '../../shared/strings.en.ts'
import { ask } from '../api.ts'
import { isWhole } from '../state/marks.ts'
import { happened, windowNow } from '../state/store.ts'
import { attempt } from './attempt.ts'

export function clearFilms(): Promise<void> {
  return attempt(async () => {
    const { worklist, marks } = windowNow()
    const scored = worklist.films.filter(({ state }) => state.kind === 'scored').length
    const text = strings.window.cleared(worklist.films.length, scored, marks.drawn.filter(isWhole).length)
    await ask('films.clear', {})
    happened({ type: 'message.added', tone: 'note', text, offer: 'restore-films' })
  })
}

/** Films, scores and measurements, as they were; main tells the list, and the film that was on screen is chosen again. */
export function restoreFilms(): Promise<void> {
  return attempt(async () => {
    await ask('films.restore', {})
  })
}
