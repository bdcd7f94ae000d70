// The model that is worked with, and what runs it. Models are loaded one after the other: results are kept for the one
// that the engine has.

import { setTimeout as delay } from 'node:timers/promises'
import type { Card } from '../../shared/card.ts'
import { HilumError } from '../../shared/errors.ts'
import type { Provider, ProviderChoice, SettledProvider } from '../../shared/provider.ts'
import { strings } from '../../shared/strings.en.ts'
import { withLungs } from '../engine/checked-packs.ts'
import type { Engine } from '../engine/client.ts'
import type { DroppedProviders } from '../engine/dropped-providers.ts'
import type { StartProcess } from '../engine/engine-process.ts'
import type { CheckedPacks } from '../engine/protocol.ts'
import { faultOfCpu, settleProvider } from '../engine/settle-provider.ts'
import { choosePack } from '../packs/choose-pack.ts'
import type { Pack } from '../packs/pack.ts'
import type { Machine } from '../providers/machine.ts'
import { SettingsFile } from '../store/settings.ts'

export interface ChosenModelParts {
  readonly engine: Engine
  /** For trials of providers. */
  readonly start: StartProcess
  readonly dropped: DroppedProviders
  /** Where models lie; of one id the first wins. */
  readonly folders: readonly string[]
  readonly threads: number
  /** Where settings and the verdicts on providers are kept. */
  readonly dataFolder: string
  readonly machine?: Machine
  /** Where the engine's films are scored now. */
  readonly provider: () => Provider
  /** Told what the reader should know, and is no reason to stop. */
  readonly say: (error: HilumError) => void
  /** Told why nothing can be scored, of what no request waits for. */
  readonly fail: (error: unknown) => void
}

// A verdict that is known, or a platform without another provider, takes a few milliseconds.
const QUICK_MS = 250

const MEANWHILE: SettledProvider = { provider: 'cpu', reason: strings.providers.cpuMeanwhile }

export class ChosenModel {
  readonly #parts: ChosenModelParts
  readonly #settings: SettingsFile
  #choice: ProviderChoice
  #packs: CheckedPacks | undefined
  /** Resolves when the model that was asked for last is there, or can't be. */
  #settled: Promise<unknown> = Promise.resolve()
  /** Ends the trial of a provider that is under way. */
  #trial = new AbortController()

  constructor(parts: ChosenModelParts) {
    this.#parts = parts
    this.#settings = new SettingsFile(parts.dataFolder)
    this.#choice = this.#settings.read().provider
  }

  /** Of the model that results are kept for; undefined where there is none. */
  get card(): Card | undefined {
    return this.#packs?.pack.card
  }

  get providerChoice(): ProviderChoice {
    return this.#choice
  }

  /** The one that was asked for last, once the engine has it; undefined where none could be loaded. */
  async whenThere(): Promise<CheckedPacks | undefined> {
    await this.#settled
    return this.#packs
  }

  async loadDefault(): Promise<void> {
    try {
      await this.#inTurn(async () => {
        this.#packs = await withLungs(await choosePack(this.#parts.folders))
        await this.#load(this.#packs)
      })
    } catch (error) {
      this.#parts.fail(error)
    }
  }

  /** Where it can't be loaded, the one before is still the one that results are kept for, and is loaded again. */
  choose(id: string): Promise<Card> {
    return this.#inTurn(async () => {
      const packs = await withLungs(await choosePack(this.#parts.folders, id))
      try {
        await this.#load(packs)
      } catch (error) {
        await this.#loadAgain()
        throw error
      }
      this.#packs = packs
      return packs.pack.card
    })
  }

  /** The one in use: where it is to run elsewhere, or had to be given up for another that could not be loaded. */
  async #loadAgain(): Promise<void> {
    try {
      if (this.#packs) await this.#load(this.#packs)
    } catch (error) {
      this.#parts.fail(error)
    }
  }

  /** Loads the model anew where the reader wants it run, and remembers the wish. */
  async chooseProvider(choice: ProviderChoice): Promise<void> {
    this.#choice = choice
    this.#remember(choice)
    await this.#inTurn(() => this.#loadAgain())
  }

  close(): void {
    this.#trial.abort()
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#settled.then(work)
    this.#settled = Promise.allSettled([done])
    return done
  }

  /** A choice that can't be written holds until Hilum is closed. */
  #remember(provider: ProviderChoice): void {
    try {
      this.#settings.change({ provider })
    } catch (error) {
      this.#say(error)
    }
  }

  /**
   * Loads the model where the reader wants it run. A provider that was never tried takes a minute to try; until
   * then the CPU, which gives the same figures, scores.
   */
  async #load(packs: CheckedPacks): Promise<void> {
    this.#trial.abort()
    this.#trial = new AbortController()
    const { signal } = this.#trial
    const settling = this.#settle(packs.pack, signal)
    const first = await Promise.race([settling, delay(QUICK_MS, MEANWHILE)])
    await this.#useModel(packs, first)
    const settled = await Promise.race([settling, delay(0, undefined)])
    if (settled === undefined) void settling.then((later) => this.#moveTo(packs, later, signal))
  }

  async #settle(pack: Pack, signal: AbortSignal): Promise<SettledProvider> {
    const tell = () => undefined
    try {
      const settled = await settleProvider(pack, this.#choice, { ...this.#parts, signal, tell })
      const fault = settled.provider === 'cpu' ? await faultOfCpu(pack, this.#parts) : undefined
      if (fault !== undefined && !signal.aborted) this.#say(fault)
      return settled
    } catch (error) {
      // The films can be scored all the same; the window says why not where the reader wished.
      if (!signal.aborted) this.#say(error)
      return { provider: 'cpu', reason: error instanceof Error ? error.message : '' }
    }
  }

  async #moveTo(packs: CheckedPacks, settled: SettledProvider, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    if (settled.provider === this.#parts.provider()) return this.#parts.engine.explain(settled.reason)
    try {
      await this.#useModel(packs, settled)
    } catch (error) {
      this.#parts.fail(error)
    }
  }

  #useModel(packs: CheckedPacks, settled: SettledProvider) {
    const { engine, threads } = this.#parts
    return engine.useModel({ ...packs, threads, ...settled })
  }

  #say(error: unknown): void {
    if (!(error instanceof HilumError)) throw error
    this.#parts.say(error)
  }
}
