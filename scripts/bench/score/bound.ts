// What the cores allow: the two halves of the work alone, each on all cores, as processes that only do that half.

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { ENGINE_FLAGS } from '../../../src/main/engine/node-process.ts'

/** Films a second, on all cores. */
export interface Bound {
  /** From the disk to the model's input. */
  readonly prepare: number
  /** One run of the model each. */
  readonly infer: number
  /** Both for each film, on the same cores, with nothing lost between. */
  readonly together: number
}

export interface HalfTask {
  readonly half: 'prepare' | 'infer'
  readonly folder: string
  readonly pack: string
  /** This process takes every so-many-th film, from its own on. */
  readonly share: { readonly own: number; readonly of: number }
}

const worker = fileURLToPath(new URL('./half-worker.ts', import.meta.url))

export async function measureBound(folder: string, pack: string): Promise<Bound> {
  const prepare = await rateOf('prepare', folder, pack)
  const infer = await rateOf('infer', folder, pack)
  return { prepare, infer, together: 1 / (1 / prepare + 1 / infer) }
}

async function rateOf(half: HalfTask['half'], folder: string, pack: string): Promise<number> {
  const of = availableParallelism()
  const rates = Array.from({ length: of }, async (_, own) => {
    const child = fork(worker, { execArgv: ENGINE_FLAGS })
    child.send({ half, folder, pack, share: { own, of } } satisfies HalfTask)
    const [rate] = (await once(child, 'message')) as [number]
    return rate
  })
  return (await Promise.all(rates)).reduce((sum, rate) => sum + rate, 0)
}
