// The models of the engine's process, and what is done when the provider that runs the classifier gives out.

import { basename } from 'node:path'
import type { Analysis, HeatMap, Warning } from '../../shared/analysis.ts'
import type { Card } from '../../shared/card.ts'
import { HilumError, type ErrorCode } from '../../shared/errors.ts'
import type { SettledProvider } from '../../shared/provider.ts'
import { strings } from '../../shared/strings.en.ts'
import type { SessionNeeds } from '../adapters/onnxruntime.ts'
import { lungFinder } from '../packs/lung-finder.ts'
import type { LungsPack, Pack } from '../packs/pack.ts'
import { loadModel } from '../packs/load-model.ts'
import {
  analyse,
  openPrepared,
  prepare,
  toScore,
  type FrameSource,
  type ScoredSource,
} from '../pipeline/analyse.ts'
import type { Film } from '../pipeline/film.ts'
import type { LungFinder } from '../pipeline/locate.ts'
import type { Model } from '../pipeline/model.ts'
import { occlude } from '../pipeline/occlude.ts'
import { filmTensor } from './film-tensor.ts'
import type { LoadInput, OccludeOutput, TensorInput, TensorOutput } from './protocol.ts'

interface Loaded {
  readonly pack: Pack
  readonly threads: number
  readonly model: Model
  readonly finder: LungFinder | null
}

const words = strings.providers

/** Off the CPU an unfit output is the provider's: the model gave fit ones there for its golden films. */
const GIVEN_OUT: readonly ErrorCode[] = ['INFER_FAILED', 'PACK_MODEL_UNFIT']

export class Scorer {
  readonly #open: (source: ScoredSource) => Promise<Film>
  readonly #loadModel: typeof loadModel
  #loaded: Loaded | undefined
  /** Kept when the classifier changes. */
  #finder: LungFinder | undefined
  #failure = new HilumError('PACK_NOT_FOUND', 'No model is loaded, so nothing can be scored. Choose a model.')
  readonly #leaving = new WeakMap<Loaded, Promise<void>>()
  /** Not yet told to the reader. */
  #dropped: string | undefined

  constructor(open: (source: ScoredSource) => Promise<Film>, load = loadModel) {
    this.#open = open
    this.#loadModel = load
  }

  /** A model that could not be loaded is the reason for every film that then can't be scored. */
  async load(input: LoadInput): Promise<SettledProvider> {
    const { pack, lungs, threads, provider = 'cpu', reason = '', dropped } = input
    const former = this.#loaded
    this.#loaded = undefined
    this.#dropped = dropped
    await former?.model.session.release()
    try {
      const finder = await this.#finderOf(lungs)
      refuseWithoutLungs(pack.card, pack.card.input, finder)
      const model = await this.#loadWhereItCan(pack, { threads, provider })
      this.#loaded = { pack, threads, model, finder }
      return { provider: model.session.provider, reason: this.#dropped ?? reason }
    } catch (error) {
      if (error instanceof HilumError) this.#failure = error
      throw error
    }
  }

  /** A provider that was proven may be broken by now: then the CPU has the model, and the next film says so. */
  async #loadWhereItCan(pack: Pack, needs: SessionNeeds): Promise<Model> {
    try {
      return await this.#loadModel(pack, needs)
    } catch (error) {
      if (!(error instanceof HilumError) || error.code !== 'PROVIDER_FAILED') throw error
      const model = await this.#loadModel(pack, { ...needs, provider: 'cpu' })
      this.#dropped = words.droppedLoading(error.message)
      return model
    }
  }

  async #finderOf(lungs: LungsPack | null): Promise<LungFinder | null> {
    if (lungs === null) return null
    this.#finder ??= await lungFinder(lungs)
    return this.#finder
  }

  /** What a model is given for a film, after the same steps as when it is scored. */
  async tensor({ view, ...source }: TensorInput): Promise<TensorOutput> {
    const { pack, finder } = this.#current()
    const input = view ?? pack.card.input
    refuseWithoutLungs(pack.card, input, finder)
    return filmTensor(await openPrepared(source, { input, finder }, this.#open, prepare), input)
  }

  async occlude(source: FrameSource, onRun?: (runs: number) => void): Promise<OccludeOutput> {
    const maps = await this.#onCpuOnceItFails(source, (loaded) =>
      occludeOn(loaded, source, this.#open, onRun),
    )
    return { maps, provider: this.#current().model.session.provider, warnings: this.#untold() }
  }

  /** The first film that is scored elsewhere says so. */
  async analyse(source: FrameSource): Promise<Analysis> {
    const analysis = await this.#onCpuOnceItFails(source, ({ model, finder }) =>
      analyse(source, { classifier: model, finder }, this.#open),
    )
    if (analysis.status !== 'scored') return analysis
    return { ...analysis, warnings: [...analysis.warnings, ...this.#untold()] }
  }

  /** What the provider could not be run for is done again on the CPU, which then stays. */
  async #onCpuOnceItFails<Result>(
    { path }: FrameSource,
    work: (loaded: Loaded) => Promise<Result>,
  ): Promise<Result> {
    const loaded = this.#current()
    try {
      return await work(loaded)
    } catch (error) {
      const { provider } = loaded.model.session
      if (!(error instanceof HilumError) || provider === 'cpu' || !GIVEN_OUT.includes(error.code)) throw error
      await this.#drop(loaded)
      this.#dropped = whyDropped(basename(path), words.names[provider], error)
      return work(this.#current())
    }
  }

  /** As the film of a call will be opened; without a model none will. */
  toScore(source: FrameSource): ScoredSource | undefined {
    const { model, finder } = this.#loaded ?? {}
    return model && toScore(source, model.card.input, finder ?? null)
  }

  #current(): Loaded {
    if (this.#loaded) return this.#loaded
    throw this.#failure
  }

  /** Films in flight together leave a provider together. */
  #drop(loaded: Loaded): Promise<void> {
    const leaving = this.#leaving.get(loaded) ?? this.#leave(loaded)
    this.#leaving.set(loaded, leaving)
    return leaving
  }

  async #leave(loaded: Loaded): Promise<void> {
    const { pack, threads, model } = loaded
    const onCpu = { ...loaded, model: await this.#loadModel(pack, { threads, provider: 'cpu' }) }
    // Another model may have been chosen meanwhile.
    if (this.#loaded !== loaded) return onCpu.model.session.release()
    this.#loaded = onCpu
    await model.session.release()
  }

  #untold(): Warning[] {
    const message = this.#dropped
    this.#dropped = undefined
    return message === undefined ? [] : [{ code: 'ENGINE_PROVIDER_DROPPED', message }]
  }
}

function whyDropped(film: string, provider: string, { code, message }: HilumError): string {
  // The error itself blames the model.
  if (code === 'PACK_MODEL_UNFIT') return words.droppedUnfit(film, provider)
  return words.droppedFailed(film, provider, message)
}

async function occludeOn(
  { model, finder }: Loaded,
  source: FrameSource,
  open: (source: ScoredSource) => Promise<Film>,
  onRun?: (runs: number) => void,
): Promise<HeatMap[]> {
  const { input } = model.card
  const prepared = await openPrepared(source, { input, finder }, open, prepare)
  return prepared.verdict.reasons.length > 0 ? [] : occlude(prepared, model, onRun)
}

function refuseWithoutLungs({ id }: Card, { view }: Card['input'], finder: LungFinder | null): void {
  if (view === 'film' || finder !== null) return
  throw new HilumError(
    'PACK_NOT_FOUND',
    `The model “${id}” looks at the lungs alone, and the model “lungs”, which finds them, is not installed. Install it.`,
  )
}
