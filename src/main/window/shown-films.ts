import type { FilmId } from '../../shared/units.ts'
import type { Film } from '../pipeline/film.ts'
import { overlayPlane } from '../pipeline/overlay-plane.ts'
import type { PixelPlane, PixelsPlace } from './address.ts'

// The film on screen and the one that is being left: a page asks for pixels right after it opened the film.
const KEPT = 3

/** The films whose pixels the page may fetch. */
export class ShownFilms {
  readonly #films = new Map<string, Film>()

  keep(id: FilmId, film: Film): void {
    const key = keyOf({ id, frame: film.frame, shutters: film.shutters ?? 'on' })
    this.#films.delete(key)
    this.#films.set(key, film)
    const [oldest] = this.#films.keys()
    if (this.#films.size > KEPT && oldest !== undefined) this.#films.delete(oldest)
  }

  find(place: PixelsPlace): ArrayBufferView<ArrayBuffer> | undefined {
    const film = this.#films.get(keyOf(place))
    return (film && (pixelsOf(film, place.plane) ?? undefined)) as ArrayBufferView<ArrayBuffer> | undefined
  }

  clear(): void {
    this.#films.clear()
  }
}

function keyOf({ id, frame, shutters }: Omit<PixelsPlace, 'plane'>): string {
  return `${id} ${frame} ${shutters}`
}

function pixelsOf(film: Film, plane: PixelPlane): Film['pixels'] | Film['colour'] {
  switch (plane) {
    case 'grey':
      return film.pixels
    case 'colour':
      return film.colour
    case 'overlay':
      return overlayPlane(film)
  }
}
