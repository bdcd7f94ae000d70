import type { FilmId } from '../../shared/units.ts'
import type { BatchState } from '../../shared/window-data.ts'

/** What came of the films of one run so far. */
export class BatchProgress {
  #total = 0
  #again = new Set<FilmId>()
  #startedAt = Date.now()
  readonly #counts = { scored: 0, refused: 0, failed: 0 }
  /** Films done since the window was last told. */
  readonly changed: FilmId[] = []
  running: boolean

  constructor(running: boolean) {
    this.running = running
  }

  /** A run that had to wait has not been slow; of its films some have failed before. */
  begin(films: readonly FilmId[], failed: readonly FilmId[]): void {
    this.#total = films.length
    this.#again = new Set(failed)
    this.#startedAt = Date.now()
  }

  count(id: FilmId, status: 'scored' | 'refused' | 'failed'): void {
    this.#counts[status]++
    this.#again.delete(id)
    this.changed.push(id)
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
      again: this.#again.size,
      rate: seconds > 0 ? done / seconds : 0,
    }
  }
}
