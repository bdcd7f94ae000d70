// The films of this session: opaque ids for the window, paths for main, and what each model said of them. A film is what
// a file was when it was opened: another file that is found at its path is another film.

import type { Analysis } from '../../shared/analysis.ts'
import { HilumError, type Failure } from '../../shared/errors.ts'
import { filmLabels } from '../../shared/film-labels.ts'
import { filmId, type FilmId } from '../../shared/units.ts'
import type { FilmEntry, FilmState } from '../../shared/window-data.ts'
import { fileStamps, type FileStamp } from '../pipeline/read/file-stamp.ts'
import type { FilmSource } from '../pipeline/read/found.ts'

export interface FilmOnDisk extends FilmSource {
  /** Null where nothing was to be found. */
  readonly stamp: FileStamp | null
}

export interface StoredFilm extends FilmOnDisk {
  readonly id: FilmId
  /** The film whose place in the list it took, being another file at its path. */
  readonly former?: FilmId
}

/** A film's frames in order, each with its analysis or failure. */
export type FilmResults = readonly { readonly frame: number; readonly result: Analysis | Failure }[]

export class FilmStore {
  #list = emptyList()
  /** What was cleared, until other films take its place. */
  #cleared: List | undefined
  #lastId = 0
  /** By path; made when they are next asked for. */
  #labels: ReadonlyMap<string, string> | undefined
  readonly #onExchange: (others: readonly StoredFilm[]) => void

  /** Told of the films that have taken the places of others, whose files are gone. */
  constructor(onExchange: (others: readonly StoredFilm[]) => void = () => undefined) {
    this.#onExchange = onExchange
  }

  /** Adds what is new, in order; a file that is there already keeps its id. */
  add(sources: readonly FilmOnDisk[]): FilmId[] {
    if (sources.length > 0) this.#cleared = undefined
    this.#exchange(sources)
    this.#labels = undefined
    const { films, idOfPath } = this.#list
    return sources.map((source) => {
      const known = idOfPath.get(source.path)
      if (known !== undefined) return known
      const film = { ...source, id: this.#nextId() }
      films.set(film.id, film)
      idOfPath.set(film.path, film.id)
      return film.id
    })
  }

  /** Looks whether their files are still those that they were, and returns the films that have taken their places. */
  async lookAgain(films: readonly StoredFilm[]): Promise<StoredFilm[]> {
    const stamps = await fileStamps(films.map(({ path }) => path))
    return this.#exchange(films.map((film, i) => ({ ...film, stamp: stamps[i] ?? null })))
  }

  /** One whose file is gone stays, with what is known of it: its disc may be back soon. */
  #exchange(found: readonly FilmOnDisk[]): StoredFilm[] {
    const { films, idOfPath, results } = this.#list
    const others = new Map<FilmId, StoredFilm>()
    for (const { path, name, stamp } of found) {
      const former = idOfPath.get(path)
      if (former === undefined || stamp === null || stamp === films.get(former)?.stamp) continue
      others.set(former, { path, name, stamp, id: this.#nextId(), former })
    }
    if (others.size === 0) return []
    const inOrder = [...films.values()].map((film) => others.get(film.id) ?? film)
    films.clear()
    for (const film of inOrder) films.set(film.id, film)
    for (const [former, { id, path }] of others) {
      idOfPath.set(path, id)
      for (const ofModel of results.values()) ofModel.delete(former)
    }
    const exchanged = [...others.values()]
    this.#onExchange(exchanged)
    return exchanged
  }

  #nextId(): FilmId {
    return filmId(`film-${++this.#lastId}`)
  }

  get(id: FilmId): StoredFilm {
    const film = this.#list.films.get(id)
    if (film) return film
    throw new HilumError('FILM_UNKNOWN', 'This film is no longer in the list. Open it again.')
  }

  /** What the reader knows it by among the films of the list. */
  label(id: FilmId): string {
    const { path, name } = this.get(id)
    this.#labels ??= filmLabels(this.all())
    return this.#labels.get(path) ?? name
  }

  all(): StoredFilm[] {
    return [...this.#list.films.values()]
  }

  clear(): void {
    if (this.#list.films.size > 0) this.#cleared = this.#list
    this.#list = emptyList()
    this.#labels = undefined
  }

  /** Takes the last clearing back, with all results, as long as no other films were added; whether there was one. */
  restore(): boolean {
    if (this.#cleared === undefined) return false
    this.#list = this.#cleared
    this.#labels = undefined
    this.#cleared = undefined
    return true
  }

  record(model: string, id: FilmId, frame: number, result: Analysis | Failure): void {
    // What was under way when the list was cleared may come back with it.
    const list = [this.#list, this.#cleared].find((one) => one?.films.has(id))
    if (list === undefined) return
    const results = list.results.get(model) ?? new Map<FilmId, FilmResults>()
    const others = (results.get(id) ?? []).filter((done) => done.frame !== frame)
    results.set(
      id,
      [...others, { frame, result }].toSorted((a, b) => a.frame - b.frame),
    )
    list.results.set(model, results)
  }

  /** What this model said of all films: the same graph with another card calls them otherwise. */
  forget(model: string): void {
    this.#list.results.delete(model)
    this.#cleared?.results.delete(model)
  }

  results(model: string, id: FilmId): FilmResults {
    return this.#list.results.get(model)?.get(id) ?? []
  }

  entries(model: string): FilmEntry[] {
    return this.all().map(({ id, former }) => {
      return { id, name: this.label(id), state: this.state(model, id), ...(former && { former }) }
    })
  }

  /** The first frame speaks for the film in the list. */
  state(model: string, id: FilmId): FilmState {
    const [first] = this.results(model, id)
    return first === undefined ? { kind: 'unread' } : stateOf(first.result)
  }
}

interface List {
  readonly films: Map<FilmId, StoredFilm>
  readonly idOfPath: Map<string, FilmId>
  // A result belongs to its model: another model's results are kept apart and never mixed into one table.
  readonly results: Map<string, Map<FilmId, FilmResults>>
}

function emptyList(): List {
  return { films: new Map(), idOfPath: new Map(), results: new Map() }
}

function stateOf(result: Analysis | Failure): FilmState {
  if ('ok' in result) return { kind: 'failed', code: result.code, message: result.message }
  if (result.status === 'refused') {
    const [reason] = result.reasons
    return {
      kind: 'refused',
      code: reason?.code ?? '',
      message: result.reasons.map(({ message }) => message).join(' '),
    }
  }
  const { label, band, findings, warnings } = result
  const named = findings.find((finding) => finding.label === label)
  if (named === undefined) throw new TypeError(`no finding is called ${label}`)
  return { kind: 'scored', label, band, probability: named.probability, warned: warnings.length > 0 }
}
