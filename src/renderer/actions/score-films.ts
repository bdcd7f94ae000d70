import { strings } from '../../shared/strings.en.ts'
import { isUnscored, type BrokenOff } from '../../shared/window-data.ts'
import { ask } from '../api.ts'
import { happened, windowNow } from '../state/store.ts'
import { doneOf } from '../state/worklist.ts'
import { attempt } from './attempt.ts'

export const scoreAll = () =>
  attempt(async () => {
    const { films } = windowNow().worklist
    if (films.some(({ state }) => isUnscored(state))) await ask('batch.start', {})
    else if (films.length > 0)
      happened({ type: 'message.added', tone: 'note', text: strings.window.nothingToScore })
  })

/** Told with the way on, since what ended it may have been no more than a look at another model. */
export function tellBrokenOff({ why, again }: BrokenOff): void {
  const { worklist } = windowNow()
  const text = strings.window.brokenOff(doneOf(worklist, again), worklist.films.length, why)
  happened({ type: 'message.added', tone: 'note', text, offer: 'score-all' })
}

export const stopScoring = () =>
  attempt(async () => {
    await ask('batch.stop', {})
  })
