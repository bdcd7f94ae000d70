import { ask } from '../api.ts'
import { happened, windowNow } from '../state/store.ts'
import { attempt } from './attempt.ts'
import { analyse } from './choose-film.ts'
import { askForSight } from './show-sight.ts'

/** Findings of one model never stand beside the name of another: the film on screen is asked about again. */
export function chooseModel(id: string): Promise<void> {
  return attempt(async () => {
    happened({ type: 'model.asked', id })
    const model = await ask('models.choose', { model: id }).finally(() =>
      happened({ type: 'model.answered', id }),
    )
    happened({ type: 'model.chosen', model })
    await analyseAgain()
  })
}

/** The film on screen, by the model that is chosen now. */
export async function analyseAgain(): Promise<void> {
  const { reading } = windowNow()
  if (reading.id !== null && reading.loaded) await analyse({ id: reading.id, frame: reading.frame })
  await askForSight()
}
