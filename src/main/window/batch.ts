// Scoring all films of the list, with the window told of it a few times a second.

import { setInterval } from 'node:timers'
import type { Provider } from '../../shared/provider.ts'
import type { FilmId } from '../../shared/units.ts'
import type { BatchState, FilmStateChange } from '../../shared/window-data.ts'
import { Engine } from '../engine/client.ts'
import type { StartProcess } from '../engine/engine-process.ts'
import { filmLoad } from '../engine/film-load.ts'
import { lanesFor } from '../engine/lane-count.ts'
import { scoreFilms, type ScoreOutcome } from '../engine/score-films.ts'
import type { Pack } from '../packs/pack.ts'
import type { FilmStore, StoredFilm } from '../store/films.ts'

const TELL_EVERY_MS = 200

export interface BatchParts {
  readonly start: StartProcess
  readonly films: FilmStore
  readonly tellBatch: (state: BatchState) => void
  readonly tellStates: (changes: readonly FilmStateChange[]) => void
}

export class Batch {
  readonly #parts: BatchParts
  #stop: AbortController | undefined
  /** What the window is told of. */
  #progress: Progress | undefined

  constructor(parts: BatchParts) {
    this.#parts = parts
  }

  stop(): void {
    this.#stop?.abort()
  }

  /** What was scored is in the list no more, or another model's: its counts would be taken for those of the new list. */
  forget(): void {
    this.stop()
    this.#progress = undefined
    this.#parts.tellBatch(new Progress(0).ended())
  }

  /** Scores what this model has not scored yet. A second start while one runs changes nothing. */
  async start(pack: Pack, provider: Provider): Promise<void> {
    if (this.#stop !== undefined) return
    this.#stop = new AbortController()
    const { films, start } = this.#parts
    const model = pack.card.sha256
    const tasks = films.all().filter(({ id }) => films.state(model, id).kind === 'unread')
    const lanes = lanesFor(await filmLoad(tasks))
    const engines = Array.from({ length: lanes.engines }, () => new Engine({ start }))
    const progress = new Progress(tasks.length)
    this.#progress = progress
    const tell = () => this.#tell(progress, model)
    const timer = setInterval(tell, TELL_EVERY_MS)
    try {
      tell()
      await Promise.all(
        engines.map((engine) => engine.useModel({ folder: pack.folder, threads: lanes.threads, provider })),
      )
      const onOutcome = (outcome: ScoreOutcome) =>
        this.#record(tasks[outcome.index]!, outcome, model, progress)
      await scoreFilms(tasks, engines, { onOutcome, signal: this.#stop.signal })
    } finally {
      clearInterval(timer)
      for (const engine of engines) engine.close()
      this.#stop = undefined
      progress.running = false
      tell()
    }
  }

  #record(film: StoredFilm, { frame, result }: ScoreOutcome, model: string, progress: Progress): void {
    this.#parts.films.record(model, film.id, frame, result)
    if (frame === 0) progress.count(film.id, 'ok' in result ? 'failed' : result.status)
  }

  #tell(progress: Progress, model: string): void {
    const { films, tellBatch, tellStates } = this.#parts
    if (this.#progress !== progress) return
    const changed = progress.changed.splice(0)
    if (changed.length > 0) tellStates(changed.map((id) => ({ id, state: films.state(model, id) })))
    tellBatch(progress.state())
  }
}

class Progress {
  readonly #total: number
  readonly #startedAt = Date.now()
  readonly #counts = { scored: 0, refused: 0, failed: 0 }
  /** Films done since the window was last told. */
  readonly changed: FilmId[] = []
  running = true

  constructor(total: number) {
    this.#total = total
  }

  count(id: FilmId, status: 'scored' | 'refused' | 'failed'): void {
    this.#counts[status]++
    this.changed.push(id)
  }

  ended(): BatchState {
    this.running = false
    return this.state()
  }

  state(): BatchState {
    const { scored, refused, failed } = this.#counts
    const done = scored + refused + failed
    const seconds = (Date.now() - this.#startedAt) / 1000
    return {
      running: this.running,
      done,
      total: this.#total,
      scored,
      refused,
      failed,
      rate: seconds > 0 ? done / seconds : 0,
    }
  }
}
