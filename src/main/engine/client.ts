// Main's side of the engine: starts its process, feeds it, and starts it afresh when it dies. The process works on one
// call at a time and knows the next, whose film it opens meanwhile.

import type { Warning } from '../../shared/analysis.ts'
import { fromFailure, HilumError } from '../../shared/errors.ts'
import type { Provider } from '../../shared/provider.ts'
import { strings } from '../../shared/strings.en.ts'
import type { EngineState } from '../../shared/window-data.ts'
import { DroppedProviders, type Drop } from './dropped-providers.ts'
import type { EngineProcess, StartProcess } from './engine-process.ts'
import { ranOutOfMemory } from './last-words.ts'
import type { Call, Input, LoadInput, MethodName, Output, Reply, Step } from './protocol.ts'

export interface EngineOptions {
  readonly start: StartProcess
  /** How long one call may take before its process is ended. */
  readonly limitMs?: number
  readonly onState?: (state: EngineState) => void
  /** Those of the program; one engine alone has its own. */
  readonly dropped?: DroppedProviders
}

/** A model, and where it runs. */
interface Loaded {
  readonly model: LoadInput
  readonly provider: Provider
}

interface Job {
  readonly call: Call
  /** What errors call the film. */
  readonly about: string
  readonly resolve: (value: never) => void
  readonly reject: (error: HilumError) => void
  readonly onStep?: ((step: number) => void) | undefined
  deaths: number
}

// The slowest film that was measured takes under five seconds; a minute leaves room for a slow disk.
const LIMIT_MS = 60_000

/** The call that is worked on, and the next. */
const MOST_SENT = 2

const words = strings.providers

/** Until the model is loaded again. */
const RESTARTING: EngineState = {
  status: 'restarting',
  provider: '',
  reason: '',
  message: 'The analysis process ended and is started again.',
}

export class Engine {
  readonly #start: StartProcess
  readonly #limitMs: number
  readonly #onState: (state: EngineState) => void
  readonly #waiting: Job[] = []
  #child: EngineProcess | undefined
  /** In the order in which the process works on them: its limit is that of the first. */
  readonly #sent: Job[] = []
  #timer: NodeJS.Timeout | undefined
  #model: LoadInput | undefined
  /** What the process now running has loaded. */
  #loaded: Loaded | undefined
  readonly #dropped: DroppedProviders
  readonly #endListening: () => void
  #lastId = 0
  #closed = false

  constructor({ start, limitMs = LIMIT_MS, onState = () => undefined, dropped }: EngineOptions) {
    this.#start = start
    this.#limitMs = limitMs
    this.#onState = onState
    this.#dropped = dropped ?? new DroppedProviders()
    this.#endListening = this.#dropped.onDrop((drop) => this.#leave(drop))
  }

  /** Starts the process ahead of its first call. */
  start(): void {
    this.#child ??= this.#launch()
  }

  /** Calls run in order. A film that kills the process is tried once more in a fresh one, then given up. */
  call<Method extends MethodName>(
    method: Method,
    input: Input<Method>,
    about: string,
    onStep?: (step: number) => void,
  ): Promise<Output<Method>> {
    return new Promise<Output<Method>>((resolve, reject) => {
      if (this.#closed) {
        reject(closedBefore())
        return
      }
      this.#waiting.push(this.#job({ method, input }, { about, resolve, reject, onStep }))
      this.#next()
    })
  }

  /**
   * Loads a model now, and again whenever the process is started afresh; on the CPU where it was to run on a provider that
   * gave out.
   */
  async useModel(wanted: LoadInput): Promise<Output<'load'>> {
    const model = this.#dropped.has(placeOf(wanted)) ? onCpuInstead(wanted) : wanted
    this.#model = model
    this.#onState({ status: 'starting', provider: '', reason: '', message: '' })
    try {
      return await this.call('load', model, 'The model')
    } catch (error) {
      if (error instanceof HilumError)
        this.#onState({ status: 'failed', provider: '', reason: '', message: error.message })
      throw error
    }
  }

  /** Says why the model runs where it does, once that is known better than when it was loaded. */
  explain(reason: string): void {
    const { model, provider } = this.#loaded ?? {}
    // It may have been moved, or be on its way to a fresh process, with a reason of its own.
    if (model === undefined || provider === undefined || this.#model !== model) return
    this.#model = { ...model, reason }
    this.#loaded = { model: this.#model, provider }
    this.#onState({ status: 'ready', provider, reason, message: '' })
  }

  close(): void {
    this.#closed = true
    this.#endListening()
    clearTimeout(this.#timer)
    for (const job of [...this.#sent.splice(0), ...this.#waiting.splice(0)]) job.reject(closedBefore())
    this.#child?.kill()
  }

  #job(what: Omit<Call, 'id'>, rest: Omit<Job, 'call' | 'deaths'>): Job {
    return { call: { id: ++this.#lastId, ...what }, ...rest, deaths: 0 }
  }

  #next(): void {
    while (!this.#closed && this.#maySend(this.#waiting[0])) {
      const job = this.#waiting.shift()!
      this.#sent.push(job)
      const child = (this.#child ??= this.#launch())
      if (this.#sent.length === 1) this.#limit(job)
      child.post(job.call)
    }
  }

  /** A film that was there when the process ended is tried alone, so that it is seen whether it was to blame. */
  #maySend(job: Job | undefined): boolean {
    if (job === undefined) return false
    const [first] = this.#sent
    return first === undefined || (this.#sent.length < MOST_SENT && first.deaths === 0 && job.deaths === 0)
  }

  #limit(job: Job | undefined): void {
    clearTimeout(this.#timer)
    if (job !== undefined) this.#timer = setTimeout(() => this.#endHung(job), this.#limitMs)
  }

  #launch(): EngineProcess {
    const started = this.#start()
    started.onMessage((message) => {
      if (this.#child === started) this.#hear(message as Reply | Step)
    })
    started.onExit((lastWords = '') => {
      if (this.#child === started) this.#bury(ranOutOfMemory(lastWords))
    })
    return started
  }

  #hear(message: Reply | Step): void {
    if (!('step' in message)) this.#settle(message)
    else this.#sent.find(({ call }) => call.id === message.id)?.onStep?.(message.step)
  }

  #settle(reply: Reply): void {
    const place = this.#sent.findIndex(({ call }) => call.id === reply.id)
    const [done] = place < 0 ? [] : this.#sent.splice(place, 1)
    if (done === undefined) return
    if (place === 0) this.#limit(this.#sent[0])
    if (reply.ok) {
      this.#follow(done.call, reply.value)
      done.resolve(reply.value as never)
    } else done.reject(fromFailure(reply))
    this.#next()
  }

  /** Keeps up with where films are scored: the process may have had to leave a provider that gave out. */
  #follow({ method, input }: Call, value: unknown): void {
    if (method === 'load') this.#hasLoaded(input as LoadInput, value as Output<'load'>)
    if (method === 'analyse') this.#hasScored(value as Output<'analyse'>)
    if (method === 'occlude') this.#hasRunOn(value as Output<'occlude'>)
  }

  #hasLoaded(input: LoadInput, { provider, reason }: Output<'load'>): void {
    // The process tells the next film why the model moved; a later process need not tell it again.
    const { dropped: _told, ...rest } = input
    // A provider that it could not be loaded on is not taken up again by a later process.
    const model = { ...rest, provider, reason }
    if (this.#model === input) this.#model = model
    this.#loaded = { model, provider }
    this.#onState({ status: 'ready', provider, reason, message: '' })
    const left = unlessCpu(placeOf(input))
    if (left !== undefined && provider === 'cpu') this.#dropped.add(left)
  }

  #hasScored(analysis: Output<'analyse'>): void {
    if (analysis.status === 'scored') this.#hasRunOn(analysis)
  }

  #hasRunOn({ provider, warnings }: { provider: string; warnings: readonly Warning[] }): void {
    const loaded = this.#loaded
    // There is no other that a process leaves one for.
    if (provider !== 'cpu' || loaded === undefined || loaded.provider === 'cpu') return
    this.#loaded = { ...loaded, provider: 'cpu' }
    const reason = warnings.find(({ code }) => code === 'ENGINE_PROVIDER_DROPPED')?.message ?? ''
    if (this.#model === loaded.model) this.#model = { ...loaded.model, provider: 'cpu', reason }
    this.#onState({ status: 'ready', provider: 'cpu', reason, message: '' })
    this.#dropped.add(placeOf(loaded.model, loaded.provider))
  }

  /** What is asked for after another engine's provider gave out is for the CPU; the films that are sent are not. */
  #leave(drop: Drop): void {
    const former = this.#model
    if (former === undefined || !isSame(placeOf(former), drop)) return
    this.#model = onCpuInstead(former)
    const waits = this.#waiting.findIndex(({ call }) => call.input === former)
    if (waits >= 0) this.#waiting[waits] = loading(this.#waiting[waits]!, this.#model)
    else this.#reload()
    this.#next()
  }

  /** The provider that ran the model for a call; undefined where it was the CPU, or where no model was run. */
  #elsewhere({ method, input }: Call): Drop | undefined {
    if (method === 'load') return unlessCpu(placeOf(input as LoadInput))
    if ((method !== 'analyse' && method !== 'occlude') || this.#loaded === undefined) return undefined
    return unlessCpu(placeOf(this.#loaded.model, this.#loaded.provider))
  }

  /** After a process ended or hung while a provider ran the model, only the CPU is trusted with it. */
  #distrust(victim: Job): Job {
    const place = this.#elsewhere(victim.call)
    if (place === undefined) return victim
    const name = words.names[place.provider]
    const isLoad = victim.call.method === 'load'
    // Another film, or another engine, may have told of it.
    if (this.#model !== undefined && isSame(placeOf(this.#model), place)) {
      const dropped = isLoad
        ? words.droppedLoading(words.diedLoading(name))
        : words.droppedDied(victim.about, name)
      this.#model = { ...this.#model, provider: 'cpu', dropped }
    }
    this.#dropped.add(place)
    return isLoad && this.#model !== undefined ? loading(victim, this.#model) : victim
  }

  /** The process has ended by itself, and any of the calls that it had may be why. */
  #bury(outOfMemory: boolean): void {
    this.#child = undefined
    clearTimeout(this.#timer)
    const victims = this.#sent.splice(0)
    if (this.#closed) return
    if (this.#model !== undefined) this.#onState(RESTARTING)
    const again = victims.map((victim) => this.#distrust(victim))
    this.#loaded = undefined
    this.#waiting.unshift(...again.filter((victim) => this.#mayRetry(victim, outOfMemory)))
    this.#reload()
    this.#next()
  }

  #mayRetry(victim: Job, outOfMemory: boolean): boolean {
    victim.deaths++
    if (victim.deaths < 2) return true
    this.#forget(victim)
    const how = outOfMemory ? ', which ran out of memory,' : ''
    victim.reject(
      new HilumError(
        'ENGINE_DIED',
        `${victim.about} ended the analysis process twice${how} and was given up; the rest goes on. ` +
          'Please report it, with the file if you may share it.',
      ),
    )
    return false
  }

  #endHung(hung: Job): void {
    const [, ...others] = this.#sent.splice(0)
    const stuck = this.#child
    this.#child = undefined
    stuck?.kill()
    const isProviderToBlame = this.#elsewhere(hung.call) !== undefined
    const again = this.#distrust(hung)
    this.#loaded = undefined
    this.#waiting.unshift(...others)
    // Where the provider is to blame, the film is worth a second try; another minute on the CPU alone is not.
    if (isProviderToBlame) this.#waiting.unshift(again)
    else this.#giveUp(hung)
    this.#reload()
    this.#next()
  }

  /** A model that ends or hangs the process each time it is loaded must not be loaded for ever. */
  #forget({ call }: Job): void {
    if (call.input === this.#model) this.#model = undefined
  }

  #giveUp(hung: Job): void {
    this.#forget(hung)
    const { about, reject } = hung
    const seconds = Math.round(this.#limitMs / 1000)
    reject(
      new HilumError(
        'ENGINE_TIMEOUT',
        `${about} took longer than ${seconds} seconds and was given up; the rest goes on.`,
      ),
    )
  }

  /** Puts the model first in the queue of the fresh process. */
  #reload(): void {
    const model = this.#model
    if (model === undefined || this.#waiting[0]?.call.method === 'load') return
    const resolve = () => undefined
    const reject = ({ message }: HilumError) =>
      this.#onState({ status: 'failed', provider: '', reason: '', message })
    this.#waiting.unshift(
      this.#job({ method: 'load', input: model }, { about: 'The model', resolve, reject }),
    )
  }
}

function placeOf({ pack, provider = 'cpu' }: LoadInput, elsewhere = provider): Drop {
  return { model: pack.card.sha256, provider: elsewhere }
}

function unlessCpu(place: Drop): Drop | undefined {
  return place.provider === 'cpu' ? undefined : place
}

function isSame(one: Drop, other: Drop): boolean {
  return one.model === other.model && one.provider === other.provider
}

/** Its load, but of this model. */
function loading(job: Job, model: LoadInput): Job {
  return { ...job, call: { ...job.call, input: model } }
}

/** Where it was to run has given out, here or in another engine. */
function onCpuInstead(model: LoadInput): LoadInput {
  const { provider = 'cpu', pack } = model
  return { ...model, provider: 'cpu', reason: words.gaveOut(pack.card.id, words.names[provider]) }
}

function closedBefore(): HilumError {
  return new HilumError('CANCELLED', 'Hilum was closed before the film was done.')
}
