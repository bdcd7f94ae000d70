// Scoring all films of the list, with the window told of it a few times a second.

import { setInterval } from 'node:timers'
import type { Provider } from '../../shared/provider.ts'
import type { FilmId } from '../../shared/units.ts'
import { isUnscored, type BatchState } from '../../shared/window-data.ts'
import { Engine } from '../engine/client.ts'
import type { DroppedProviders } from '../engine/dropped-providers.ts'
import type { StartProcess } from '../engine/engine-process.ts'
import { filmLoad } from '../engine/film-load.ts'
import { lanesFor } from '../engine/lane-count.ts'
import type { CheckedPacks } from '../engine/protocol.ts'
import { scoreFilms, type ScoreOutcome } from '../engine/score-films.ts'
import type { FilmStore, StoredFilm } from '../store/films.ts'
import { modelKey } from '../store/model-key.ts'
import { BatchProgress } from './batch-progress.ts'

const TELL_EVERY_MS = 200

export interface BatchParts {
  readonly start: StartProcess
  readonly dropped: DroppedProviders
  readonly films: FilmStore
  readonly tellBatch: (state: BatchState) => void
  /** Of films that this model has said something of. */
  readonly tellStates: (model: string, films: readonly FilmId[]) => void
}

/** One go through the list. */
interface Run {
  readonly packs: CheckedPacks
  readonly provider: Provider
  readonly stop: AbortController
  readonly progress: BatchProgress
}

export class Batch {
  readonly #parts: BatchParts
  /** The one that the window is told of; a stopped one before it may still have films under way. */
  #run: Run | undefined
  /** Resolves when no engine of the runs so far is left. */
  #ended: Promise<unknown> = Promise.resolve()

  constructor(parts: BatchParts) {
    this.#parts = parts
  }

  /** The films that the engines have are still scored; for the reader it is over. */
  stop(): void {
    if (this.#run === undefined) return
    this.#run.stop.abort()
    this.#run.progress.running = false
    this.#tell(this.#run)
  }

  /**
   * What was scored is in the list no more, or another model's: its counts would be taken for those of the new list.
   * Returns how far it was where that broke it off.
   */
  forget(): BatchState | undefined {
    const former = this.#run?.progress.running ? this.#run : undefined
    this.stop()
    this.#run = undefined
    this.#parts.tellBatch(new BatchProgress(false).state())
    return former?.progress.state()
  }

  /**
   * Scores what this model has not scored yet, and tries again what failed: a share may be there again. A second start
   * while one runs changes nothing; after a stop it waits for the films that the engines have, since two sets of
   * engines would have no room beside each other.
   */
  async start(packs: CheckedPacks, provider: Provider): Promise<void> {
    if (this.#run?.progress.running) return
    const run = { packs, provider, stop: new AbortController(), progress: new BatchProgress(true) }
    this.#run = run
    this.#begin(run)
    this.#tell(run)
    const scored = this.#score(run, this.#ended)
    this.#ended = Promise.allSettled([scored])
    await scored
  }

  async #score(run: Run, formerEnded: Promise<unknown>): Promise<void> {
    const timer = setInterval(() => this.#tell(run), TELL_EVERY_MS)
    try {
      await formerEnded
      if (!run.stop.signal.aborted) await this.#scoreNow(run)
    } finally {
      clearInterval(timer)
      run.progress.running = false
      this.#tell(run)
    }
  }

  async #scoreNow(run: Run): Promise<void> {
    const { packs, provider, stop } = run
    const { films, start, dropped } = this.#parts
    await films.lookAgain(films.all())
    const tasks = this.#begin(run)
    const lanes = lanesFor(await filmLoad(tasks))
    const engines = Array.from({ length: lanes.engines }, () => new Engine({ start, dropped }))
    const load = { ...packs, threads: lanes.threads, provider }
    const onOutcome = (outcome: ScoreOutcome) => this.#record(tasks[outcome.index]!, outcome, run)
    try {
      await Promise.all(engines.map((engine) => engine.useModel(load)))
      await scoreFilms(tasks, engines, { onOutcome, signal: stop.signal })
    } finally {
      for (const engine of engines) engine.close()
    }
  }

  /** The films that it is to score. */
  #begin({ packs: { pack }, progress }: Run): StoredFilm[] {
    const { films } = this.#parts
    const states = films.all().map((film) => ({ film, state: films.state(modelKey(pack.card), film.id) }))
    const unscored = states.filter(({ state }) => isUnscored(state))
    const failed = unscored.filter(({ state }) => state.kind === 'failed')
    progress.begin(
      unscored.map(({ film }) => film.id),
      failed.map(({ film }) => film.id),
    )
    return unscored.map(({ film }) => film)
  }

  #record(film: StoredFilm, { frame, result }: ScoreOutcome, { packs: { pack }, progress }: Run): void {
    this.#parts.films.record(modelKey(pack.card), film.id, frame, result)
    if (frame === 0) progress.count(film.id, 'ok' in result ? 'failed' : result.status)
  }

  /** The last films of a run are told of though it was stopped, or forgotten: its list may be back by then. */
  #tell(run: Run): void {
    const { tellBatch, tellStates } = this.#parts
    const { packs, progress } = run
    const changed = progress.changed.splice(0)
    if (changed.length > 0) tellStates(modelKey(packs.pack.card), changed)
    if (this.#run === run) tellBatch(progress.state())
  }
}
