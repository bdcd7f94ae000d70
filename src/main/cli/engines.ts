import { availableParallelism } from 'node:os'
import type { Card } from '../../shared/card.ts'
import { HilumError } from '../../shared/errors.ts'
import type { Provider, ProviderChoice } from '../../shared/provider.ts'
import type { Engine } from '../engine/client.ts'
import { withLungs } from '../engine/checked-packs.ts'
import { lanesFor } from '../engine/lane-count.ts'
import { startNodeProcess } from '../engine/node-process.ts'
import { faultOfCpu, settleProvider } from '../engine/settle-provider.ts'
import type { Pack } from '../packs/pack.ts'
import { places } from '../places.ts'
import { dataFolder } from './data-folder.ts'
import { nodeEngine } from './node-engine.ts'
import { say } from './speak.ts'

export interface Engines {
  readonly engines: readonly Engine[]
  /** What runs the model; empty where nothing is inferred. */
  readonly provider: Provider | ''
  /** Why that. */
  readonly reason: string
}

export interface EngineNeeds {
  readonly films: number
  /** Of the films' files, where somebody knows; a few large films are worth more engines than a few small ones. */
  readonly megabytes?: number
  /** Left out where nothing is inferred. */
  readonly pack?: Pack
  /** Of tensors, where it is another than the card's. */
  readonly view?: Card['input']['view']
  /** The CPU where it is left out, as where only the model's card is needed. */
  readonly provider?: ProviderChoice
  readonly signal: AbortSignal
  /** One that was started ahead, and is ended here with the others. */
  readonly first?: Engine | undefined
}

/** Runs some work on engines of its own, none where there are no films, and ends them however it goes. */
export async function withEngines<Result>(
  needs: EngineNeeds,
  work: (engines: Engines) => Promise<Result>,
): Promise<Result> {
  const lanes = lanesFor({ films: needs.films, megabytes: needs.megabytes ?? 0 })
  const engines = Array.from({ length: lanes.engines }, (_, place) =>
    place === 0 && needs.first !== undefined ? needs.first : nodeEngine(),
  )
  const loadAndWork = async () => {
    const { all, ...loaded } = await loadModel(engines, needs, lanes.threads)
    // What the others are asked for waits for their model, and whoever has it begins.
    const [result] = await Promise.all([work({ engines, ...loaded }), all])
    return result
  }
  try {
    return await untilAborted(needs.signal, loadAndWork())
  } finally {
    for (const engine of engines) engine.close()
  }
}

/** A stop does not wait for the film that is being worked on. */
function untilAborted<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  const aborted = new Promise<never>((_, reject) => {
    const stop = () => reject(new HilumError('CANCELLED', 'Stopped as you asked; no result was written.'))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
  })
  return Promise.race([work, aborted])
}

/** Where the first engine has the model. */
interface Loading extends Omit<Engines, 'engines'> {
  /** Rejects where one of them can't load it. */
  readonly all: Promise<unknown>
}

async function loadModel(
  engines: readonly Engine[],
  { pack, view, provider: choice = 'cpu', signal }: EngineNeeds,
  threads: number,
): Promise<Loading> {
  if (pack === undefined || engines.length === 0) return { provider: '', reason: '', all: Promise.resolve() }
  const settled = await settleProvider(pack, choice, {
    start: () => startNodeProcess(places.worker),
    dataFolder: dataFolder(),
    threads: availableParallelism(),
    tell: say,
    signal,
  })
  const load = { ...(await withLungs(pack, view)), threads, ...settled }
  const loading = engines.map((engine) => engine.useModel(load))
  const all = Promise.all(loading)
  // While the engines load it, which takes longer.
  const told = settled.provider === 'cpu' ? tellFaultOfCpu(pack) : Promise.resolve()
  const [first] = await Promise.race([Promise.all(loading.slice(0, 1)), all])
  return { ...(first ?? settled), all: Promise.all([all, told]) }
}

async function tellFaultOfCpu(pack: Pack): Promise<void> {
  const fault = await faultOfCpu(pack, { dataFolder: dataFolder() })
  if (fault !== undefined) say(`${fault.code}: ${fault.message}`)
}
