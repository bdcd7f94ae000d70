import { Engine } from '../engine/client.ts'
import { DroppedProviders } from '../engine/dropped-providers.ts'
import { startNodeProcess } from '../engine/node-process.ts'
import { places } from '../places.ts'

const dropped = new DroppedProviders()

/** An engine of the command line. Its process starts with its first call, or with `start()`. */
export function nodeEngine(): Engine {
  return new Engine({ start: () => startNodeProcess(places.worker), dropped })
}
