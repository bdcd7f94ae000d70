import type { FilmId } from '../../shared/units.ts'
import type { Film } from '../pipeline/film.ts'

// The film on screen and the one that is being left: a page asks for pixels right after it opened the film.
const KEPT = 3

/** The films whose pixels the page may fetch. */
export class ShownFilms {
  readonly #films = new Map<string, Film>()

  keep(id: FilmId, film: Film): void {
    const key = `${id} ${film.frame}`
    this.#films.delete(key)
    this.#films.set(key, film)
    const [oldest] = this.#films.keys()
    if (this.#films.size > KEPT && oldest !== undefined) this.#films.delete(oldest)
  }

  find(id: string, frame: number, plane: 'grey' | 'colour'): ArrayBufferView<ArrayBuffer> | undefined {
    const film = this.#films.get(`${id} ${frame}`)
    const pixels = plane === 'grey' ? film?.pixels : film?.colour
    return (pixels ?? undefined) as ArrayBufferView<ArrayBuffer> | undefined
  }

  clear(): void {
    this.#films.clear()
  }
}
