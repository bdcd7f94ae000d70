// A map by occlusion is made when the reader asks for it: it costs many runs of the model.

import { toFailure } from '../../shared/errors.ts'
import { ask } from '../api.ts'
import { happened, windowNow } from '../state/store.ts'
import { attempt } from './attempt.ts'

/** Of the film on screen. */
export async function occlude(): Promise<void> {
  const { id, frame, occlusion } = windowNow().reading
  if (id === null || occlusion !== null) return
  happened({ type: 'occlusion.started', id, frame })
  try {
    const analysis = await ask('film.occlude', { id, frame })
    happened({ type: 'analysis.arrived', id, frame, analysis })
    happened({ type: 'heat-map.method-chosen', method: 'occlusion' })
  } catch (error) {
    const { code, message } = toFailure(error)
    // Who stopped it need not be told.
    if (code !== 'CANCELLED') happened({ type: 'message.added', tone: 'problem', text: message })
  }
  happened({ type: 'occlusion.ended', id, frame })
}

/** A reader who goes on to another film waits for it no longer. */
export function stopOccluding(): void {
  if (windowNow().reading.occlusion === null) return
  void attempt(async () => {
    await ask('occlusion.stop', {})
  })
}
