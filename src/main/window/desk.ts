// What the window works on: the list of films, the chosen model, the engine that reads and scores. It answers the
// contract's requests and knows nothing of Electron.

import { basename } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EventName } from '../../shared/contract-names.ts'
import type { Payload } from '../../shared/contract.ts'
import { HilumError, toFailure, type Failure } from '../../shared/errors.ts'
import type { Analysis } from '../../shared/analysis.ts'
import type { Card } from '../../shared/card.ts'
import { methodsOf } from '../../shared/heat-maps.ts'
import { OCCLUSION_RUNS } from '../../shared/occlusion.ts'
import { PROVIDERS, type Provider, type ProviderChoice } from '../../shared/provider.ts'
import { strings } from '../../shared/strings.en.ts'
import type { FilmId } from '../../shared/units.ts'
import type {
  AppDescription,
  BatchState,
  EngineState,
  ModelEntry,
  ModelList,
  ModelSight,
  OpenedFilm,
  OpenOutcome,
} from '../../shared/window-data.ts'
import { Engine } from '../engine/client.ts'
import { DroppedProviders } from '../engine/dropped-providers.ts'
import type { StartProcess } from '../engine/engine-process.ts'
import { loadsElsewhere } from '../engine/loads-elsewhere.ts'
import type { CheckedPacks } from '../engine/protocol.ts'
import { choosePack } from '../packs/choose-pack.ts'
import { importPack } from '../packs/import-pack.ts'
import { findPacks, type Pack } from '../packs/pack.ts'
import type { ShutterSwitch } from '../pipeline/film.ts'
import { fileStamps } from '../pipeline/read/file-stamp.ts'
import { findFilms } from '../pipeline/read/find-films.ts'
import type { Machine } from '../providers/machine.ts'
import { FilmStore, type FilmResults, type StoredFilm } from '../store/films.ts'
import { modelKey } from '../store/model-key.ts'
import { Batch } from './batch.ts'
import { ChosenModel } from './chosen-model.ts'
import { exported, type Exported, type ExportOrder, type ExportSource } from './exported.ts'
import { modelSight } from './model-sight.ts'
import { Occlusion } from './occlusion.ts'
import { describeForWindow } from './opened-film.ts'
import { ShownFilms } from './shown-films.ts'

export interface DeskOptions {
  readonly start: StartProcess
  /** For whole lists, behind what the reader does meanwhile. */
  readonly startInBackground: StartProcess
  /** The reader's own models win over installed ones of the same id. */
  readonly ownModels: string
  readonly installedModels: string
  readonly threads: number
  /** Where settings and the verdicts on providers are kept. */
  readonly dataFolder: string
  readonly machine?: Machine
  readonly version: string
  readonly runtime: string
  readonly tell: <Name extends EventName>(name: Name, payload: Payload<Name>) => void
}

export class Desk {
  readonly shown = new ShownFilms()
  readonly batch: Batch
  readonly occlusion: Occlusion
  readonly #options: DeskOptions
  readonly #engine: Engine
  readonly #dropped = new DroppedProviders()
  #engineState: EngineState = { status: 'starting', provider: '', reason: '', message: '' }
  readonly #films = new FilmStore((others) => this.#tellExchanged(others))
  readonly #model: ChosenModel
  /** What was being scored when the list was cleared; told when the list is back. */
  #endedByClearing: BatchState | undefined
  /** Until the window has asked for the first time. */
  #untold: OpenOutcome[] | undefined = []

  constructor(options: DeskOptions) {
    this.#options = options
    const { start, startInBackground, tell } = options
    this.#engine = new Engine({
      start,
      dropped: this.#dropped,
      onState: (state) => {
        this.#engineState = state
        tell('engine.changed', state)
      },
    })
    this.#model = new ChosenModel({
      ...options,
      engine: this.#engine,
      dropped: this.#dropped,
      folders: this.#modelFolders,
      provider: () => providerOf(this.#engineState),
      say: (error) => this.#tellOpened(saying(error)),
      fail: (error) => this.#setEngineFailure(error),
    })
    this.occlusion = new Occlusion(start, this.#dropped)
    this.batch = new Batch({
      start: startInBackground,
      dropped: this.#dropped,
      films: this.#films,
      tellBatch: (state) => tell('batch.changed', state),
      tellStates: (model, ids) => this.#tellStates(model, ids),
    })
  }

  /** Loads the default model. Without one films can still be viewed, and the status bar says why there is no score. */
  loadDefaultModel(): Promise<void> {
    return this.#model.loadDefault()
  }

  describe(): AppDescription {
    const { version, runtime } = this.#options
    const opened = this.#untold?.splice(0) ?? []
    this.#untold = undefined
    const { card } = this.#model
    const model = card === undefined ? null : { card, chosen: true }
    return { version, runtime, platform: process.platform, model, engine: this.#engineState, opened }
  }

  /** What films are scored with, once the model that was asked for last is there. */
  async #packs(): Promise<CheckedPacks> {
    const packs = await this.#model.whenThere()
    if (packs) return packs
    throw new HilumError(
      'PACK_NOT_FOUND',
      this.#engineState.message || 'No model is installed, so nothing can be scored.',
    )
  }

  async models(): Promise<ModelList> {
    const { packs, problems } = await findPacks(this.#modelFolders)
    const told = problems.map(({ message }) => message)
    if (packs.length === 0) return { models: [], problems: told }
    const { card: standard } = await choosePack(this.#modelFolders)
    const listed = packs.map(({ card }) => {
      return { card, chosen: card.id === this.#model.card?.id, isDefault: card.id === standard.id }
    })
    const models = listed.toSorted((one, other) => Number(other.isDefault) - Number(one.isDefault))
    return { models, problems: told }
  }

  async chooseModel(id: string): Promise<ModelEntry> {
    const card = await this.#model.choose(id)
    this.#breakOff()
    this.occlusion.stop()
    this.#options.tell('films.changed', this.entries())
    return { card, chosen: true }
  }

  /** Null where a model of the same id was to be kept. One in use, or the first of all, is loaded at once. */
  async importModel(
    folder: string,
    mayReplace: (card: Card) => Promise<boolean>,
  ): Promise<ModelEntry | null> {
    const { start, ownModels, installedModels } = this.#options
    const load = (from: Pack) => loadsElsewhere(from, start)
    const pack = await importPack(folder, { into: ownModels, others: [installedModels], load, mayReplace })
    if (pack === undefined) return null
    const current = this.#model.card
    const inUse = current === undefined || current.id === pack.card.id
    if (inUse) this.#breakOff()
    this.#films.forget(modelKey(pack.card))
    this.#options.tell('films.changed', this.entries())
    return inUse ? this.chooseModel(pack.card.id) : { card: pack.card, chosen: false }
  }

  /** A list is scored by one model; the reader is told where another came before the end. */
  #breakOff(): void {
    const former = this.batch.forget()
    if (former) this.#options.tell('batch.broken-off', { why: 'model', again: former.again })
  }

  get #modelFolders(): string[] {
    return [this.#options.ownModels, this.#options.installedModels]
  }

  get providerChoice(): ProviderChoice {
    return this.#model.providerChoice
  }

  chooseProvider(choice: ProviderChoice): Promise<void> {
    return this.#model.chooseProvider(choice)
  }

  async openPaths(paths: readonly string[]): Promise<OpenOutcome> {
    const { films, passedOver, problems } = await findFilms(paths, { recursive: true })
    // A list of ten thousand films takes a while to add and to tell of, and others are answered in between.
    await nextTurn()
    const stamps = await fileStamps(films.map(({ path }) => path))
    const added = this.#films.add(films.map((film, i) => ({ ...film, stamp: stamps[i] ?? null })))
    await nextTurn()
    this.#options.tell('films.changed', this.entries())
    return {
      chosen: true,
      added,
      passedOver,
      problems: problems.map(({ path, code, message }) => ({ name: basename(path), code, message })),
    }
  }

  /** For paths that the window did not ask for; it learns what came of them. */
  async openFromOutside(paths: readonly string[]): Promise<void> {
    this.#tellOpened(await this.openPaths(paths))
  }

  entries() {
    return this.#films.entries(this.#modelKey() ?? '')
  }

  clear(): void {
    this.#endedByClearing = this.batch.forget()
    this.occlusion.stop()
    this.#films.clear()
    this.shown.clear()
    this.#options.tell('films.changed', [])
  }

  /** Brings back what was cleared, with its results; films opened meanwhile have taken its place. */
  restore(): void {
    if (!this.#films.restore()) return
    const { tell } = this.#options
    tell('films.changed', this.entries())
    if (this.#endedByClearing) tell('batch.broken-off', { why: 'list', again: this.#endedByClearing.again })
  }

  /** A film whose file is still the one that it was: no picture of one goes with the score of another. */
  async #film(id: FilmId): Promise<StoredFilm> {
    const film = this.#films.get(id)
    const others = await this.#films.lookAgain([film])
    if (others.length > 0) throw this.#exchanged(others)
    return film
  }

  /** With its shutters off a film is for the screen alone; it is scored with them on. */
  async open(id: FilmId, frame: number, shutters: ShutterSwitch): Promise<OpenedFilm> {
    const { path, name } = await this.#film(id)
    const film = await this.#engine.call('open', { path, frame, shutters }, name)
    this.shown.keep(id, film)
    return describeForWindow({ id, name: this.#films.label(id) }, film)
  }

  /** The analysis of this model; computed once, since the same film gives the same score. */
  async analyse(id: FilmId, frame: number): Promise<Analysis> {
    const film = await this.#film(id)
    return this.#analysed(await this.#packs(), film, frame)
  }

  async #analysed({ pack }: CheckedPacks, { id, path, name }: StoredFilm, frame: number): Promise<Analysis> {
    const model = modelKey(pack.card)
    const known = this.#films.results(model, id).find((done) => done.frame === frame)?.result
    if (known !== undefined && !('ok' in known)) return known
    try {
      const analysis = await this.#engine.call('analyse', { path, frame }, name)
      this.#record(modelKey(analysis.model), { id, frame, result: analysis })
      return analysis
    } catch (error) {
      this.#record(model, { id, frame, result: toFailure(error) })
      throw error
    }
  }

  /** The analysis with maps by occlusion beside those that came with the score; kept like it, for reports too. */
  async occlude(id: FilmId, frame: number): Promise<Analysis> {
    const film = await this.#film(id)
    const packs = await this.#packs()
    const analysis = await this.#analysed(packs, film, frame)
    if (analysis.status !== 'scored' || methodsOf(analysis.maps).includes('occlusion')) return analysis
    const { path, name } = film
    const { threads, tell } = this.#options
    const model = { ...packs, threads, provider: providerOf(this.#engineState) }
    const { maps, warnings } = await this.occlusion.maps({ path, name, frame }, model, (done) =>
      tell('occlusion.step', { id, frame, done, total: OCCLUSION_RUNS }),
    )
    const explained = {
      ...analysis,
      maps: [...analysis.maps, ...maps],
      warnings: [...analysis.warnings, ...warnings],
    }
    this.#films.record(modelKey(packs.pack.card), id, frame, explained)
    return explained
  }

  /** What of a film the model is given. */
  async sight(id: FilmId, frame: number): Promise<ModelSight> {
    const { path, name } = await this.#film(id)
    const { card } = (await this.#packs()).pack
    return modelSight(await this.#engine.call('tensor', { path, frame }, name), card.input)
  }

  /** Runs on after it returns; the window learns of it by events. A model that is being loaded is waited for. */
  async scoreAll(): Promise<void> {
    try {
      await this.batch.start(await this.#packs(), providerOf(this.#engineState))
    } catch (error) {
      // The list has engines of its own; that of the film on screen may be well.
      this.#tellOpened(saying(toFailure(error)))
    }
  }

  async exported(order: ExportOrder): Promise<Exported> {
    const films = this.#films
    const { pack } = await this.#packs()
    const { provider, reason } = this.#engineState
    const picture: ExportSource['picture'] = async (id, frame, looks) => {
      const { path, name } = await this.#film(id)
      return this.#engine.call('picture', { path, frame, ...looks }, name)
    }
    const { version } = this.#options
    return exported({ films, pack, loaded: { provider, reason }, version, picture }, order)
  }

  close(): void {
    this.#model.close()
    this.batch.stop()
    this.occlusion.stop()
    this.#engine.close()
  }

  #record(model: string, { id, frame, result }: { id: FilmId } & FilmResults[number]): void {
    this.#films.record(model, id, frame, result)
    this.#tellStates(model, [id])
  }

  #modelKey(): string | undefined {
    const { card } = this.#model
    return card && modelKey(card)
  }

  /** What another model said of a film is no state of it now. */
  #tellStates(model: string, ids: readonly FilmId[]): void {
    if (model !== this.#modelKey()) return
    this.#options.tell(
      'films.states',
      ids.map((id) => ({ id, state: this.#films.state(model, id) })),
    )
  }

  #tellExchanged(others: readonly StoredFilm[]): void {
    this.#options.tell('films.changed', this.entries())
    this.#tellOpened(saying(this.#exchanged(others)))
  }

  #exchanged([first, ...more]: readonly StoredFilm[]): HilumError {
    const label = first ? this.#films.label(first.id) : ''
    return new HilumError('FILM_EXCHANGED', strings.window.exchanged(label, more.length))
  }

  #tellOpened(outcome: OpenOutcome): void {
    if (this.#untold) this.#untold.push(outcome)
    else this.#options.tell('films.opened', outcome)
  }

  #setEngineFailure(error: unknown): void {
    this.#engineState = { status: 'failed', provider: '', reason: '', message: toFailure(error).message }
    this.#options.tell('engine.changed', this.#engineState)
  }
}

/** A sentence for the reader that belongs to no film. */
function saying({ code, message }: Pick<Failure, 'code' | 'message'>): OpenOutcome {
  return { chosen: true, added: [], passedOver: [], problems: [{ name: '', code, message }] }
}

function providerOf({ provider }: EngineState): Provider {
  return PROVIDERS.find((known) => known === provider) ?? 'cpu'
}
