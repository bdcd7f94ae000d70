// Which providers gave out on which model since the program was started. All engines of the program share one, so that
// what one of them leaves is left by all.

import type { Provider } from '../../shared/provider.ts'

export interface Drop {
  /** SHA-256 of the model. */
  readonly model: string
  readonly provider: Provider
}

export class DroppedProviders {
  readonly #dropped: Drop[] = []
  readonly #listeners = new Set<(drop: Drop) => void>()

  has({ model, provider }: Drop): boolean {
    return this.#dropped.some((drop) => drop.model === model && drop.provider === provider)
  }

  add(drop: Drop): void {
    if (this.has(drop)) return
    this.#dropped.push(drop)
    for (const listener of [...this.#listeners]) listener(drop)
  }

  /** Returns what ends the listening. */
  onDrop(listener: (drop: Drop) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
}
