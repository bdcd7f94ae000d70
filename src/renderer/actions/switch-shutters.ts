import { happened, windowNow } from '../state/store.ts'
import { loadFilm } from '../viewer/load-film.ts'
import { attempt } from './attempt.ts'

export function toggleShutters(): void {
  happened({ type: 'shutters.toggled' })
  void followShutters()
}

export function resetView(): void {
  happened({ type: 'display.reset' })
  void followShutters()
}

/** Fetches the film again where it is not shown as the reader wants its shutters. */
async function followShutters(): Promise<void> {
  const { reading, display } = windowNow()
  const { id, frame, loaded } = reading
  const shutters = display.shutters ? 'on' : 'off'
  if (id === null || !loaded || loaded.film.shutters === null || loaded.film.shutters === shutters) return
  await attempt(async () => {
    const again = await loadFilm({ id, frame, shutters })
    // The reader may have changed his mind meanwhile.
    if (windowNow().display.shutters === display.shutters) happened({ type: 'film.shown', loaded: again })
  })
}
