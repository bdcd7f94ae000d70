// What of the film the model is given is asked for when the reader wants to see it, and no sooner.

import { ask } from '../api.ts'
import { happened, windowNow } from '../state/store.ts'
import { attempt } from './attempt.ts'

export function toggleSight(): void {
  happened({ type: 'sight.toggled' })
  void askForSight()
}

/** Of the film on screen, where it is wanted and not there. */
export async function askForSight(): Promise<void> {
  const { reading, display, models } = windowNow()
  const { id, frame, loaded, sight } = reading
  if (!display.sight || id === null || loaded === null || sight !== null || models.length === 0) return
  await attempt(async () => {
    happened({ type: 'sight.arrived', id, frame, sight: await ask('film.sight', { id, frame }) })
  })
}
