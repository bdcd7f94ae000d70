import { strings } from '../../shared/strings.en.ts'
import { isUnscored } from '../../shared/window-data.ts'
import { ask } from '../api.ts'
import { happened, windowNow } from '../state/store.ts'
import { attempt } from './attempt.ts'

export const scoreAll = () =>
  attempt(async () => {
    const { films } = windowNow().worklist
    if (films.some(({ state }) => isUnscored(state))) await ask('batch.start', {})
    else if (films.length > 0)
      happened({ type: 'message.added', tone: 'note', text: strings.window.nothingToScore })
  })

export const stopScoring = () =>
  attempt(async () => {
    await ask('batch.stop', {})
  })
