// The films of this session: opaque ids for the window, paths for main, and what each model said of them.

import type { Analysis } from '../../shared/analysis.ts'
import { HilumError, type Failure } from '../../shared/errors.ts'
import { filmId, type FilmId } from '../../shared/units.ts'
import type { FilmEntry, FilmState } from '../../shared/window-data.ts'

export interface StoredFilm {
  readonly id: FilmId
  readonly path: string
  readonly name: string
}

/** A film's frames in order, each with its analysis or failure. */
export type FilmResults = readonly { readonly frame: number; readonly result: Analysis | Failure }[]

export class FilmStore {
  readonly #films = new Map<FilmId, StoredFilm>()
  readonly #idOfPath = new Map<string, FilmId>()
  // A result belongs to its model: another model's results are kept apart and never mixed into one table.
  readonly #results = new Map<string, Map<FilmId, FilmResults>>()
  #lastId = 0

  /** Adds what is new, in order; a path that is there already keeps its id. */
  add(sources: readonly { path: string; name: string }[]): FilmId[] {
    return sources.map(({ path, name }) => {
      const known = this.#idOfPath.get(path)
      if (known !== undefined) return known
      const id = filmId(`film-${++this.#lastId}`)
      this.#films.set(id, { id, path, name })
      this.#idOfPath.set(path, id)
      return id
    })
  }

  get(id: FilmId): StoredFilm {
    const film = this.#films.get(id)
    if (film) return film
    throw new HilumError('FILM_UNKNOWN', 'This film is no longer in the list. Open it again.')
  }

  all(): StoredFilm[] {
    return [...this.#films.values()]
  }

  clear(): void {
    this.#films.clear()
    this.#idOfPath.clear()
    this.#results.clear()
  }

  record(model: string, id: FilmId, frame: number, result: Analysis | Failure): void {
    if (!this.#films.has(id)) return
    const results = this.#results.get(model) ?? new Map<FilmId, FilmResults>()
    const others = (results.get(id) ?? []).filter((done) => done.frame !== frame)
    results.set(
      id,
      [...others, { frame, result }].toSorted((a, b) => a.frame - b.frame),
    )
    this.#results.set(model, results)
  }

  /** What this model said of all films: the same graph with another card calls them otherwise. */
  forget(model: string): void {
    this.#results.delete(model)
  }

  results(model: string, id: FilmId): FilmResults {
    return this.#results.get(model)?.get(id) ?? []
  }

  entries(model: string): FilmEntry[] {
    return this.all().map(({ id, name }) => ({ id, name, state: this.state(model, id) }))
  }

  /** The first frame speaks for the film in the list. */
  state(model: string, id: FilmId): FilmState {
    const [first] = this.results(model, id)
    return first === undefined ? { kind: 'unread' } : stateOf(first.result)
  }
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
