import { Engine } from '../engine/client.ts'
import { startNodeProcess } from '../engine/node-process.ts'
import { places } from '../places.ts'

/** An engine whose process starts at once: it is up by the time that the model and the films are known. */
export function startFirstEngine(): Engine {
  const engine = new Engine({ start: () => startNodeProcess(places.worker) })
  engine.start()
  return engine
}
