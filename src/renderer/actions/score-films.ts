import { ask } from '../api.ts'
import { windowNow } from '../state/store.ts'
import { attempt } from './attempt.ts'

export const scoreAll = () =>
  attempt(async () => {
    if (windowNow().worklist.films.length > 0) await ask('batch.start', {})
  })

export const stopScoring = () =>
  attempt(async () => {
    await ask('batch.stop', {})
  })
