// Explaining one film's score by covering the film part by part. That takes the model many runs, so they have a process
// of their own: films open and lists are scored meanwhile, and to stop is to end the process.

import { Engine } from '../engine/client.ts'
import type { DroppedProviders } from '../engine/dropped-providers.ts'
import type { StartProcess } from '../engine/engine-process.ts'
import type { LoadInput, OccludeOutput } from '../engine/protocol.ts'
import type { FrameSource } from '../pipeline/analyse.ts'

// The reader sees how far it is and may stop it, so only a process that hangs is ended.
const LIMIT_MS = 600_000

export interface Covered extends FrameSource {
  /** What errors call the film. */
  readonly name: string
}

export class Occlusion {
  readonly #start: StartProcess
  readonly #dropped: DroppedProviders
  #engine: Engine | undefined

  constructor(start: StartProcess, dropped: DroppedProviders) {
    this.#start = start
    this.#dropped = dropped
  }

  stop(): void {
    this.#engine?.close()
    this.#engine = undefined
  }

  /** One film at a time: what was under way is stopped. */
  async maps(
    { name, ...source }: Covered,
    model: LoadInput,
    onRun: (runs: number) => void,
  ): Promise<OccludeOutput> {
    this.stop()
    const engine = new Engine({ start: this.#start, limitMs: LIMIT_MS, dropped: this.#dropped })
    this.#engine = engine
    try {
      await engine.useModel(model)
      return await engine.call('occlude', source, name, onRun)
    } finally {
      engine.close()
    }
  }
}
