import type { ScoredSource, ShownSource } from '../pipeline/analyse.ts'
import type { Film } from '../pipeline/film.ts'
import { fileStamp } from '../pipeline/read/file-stamp.ts'

export interface FilmCache {
  /** For a film that is shown, and will be asked for again. */
  open(source: ShownSource): Promise<Film>
  /** For one of many, which would push out the film on screen. */
  openOnce(source: ScoredSource): Promise<Film>
}

// Enough for the film on screen and its neighbours at 3000 x 3000 x 16 bits.
const MOST_BYTES = 96 * 2 ** 20

/**
 * Keeps the films opened last, so that the film on screen is decoded once and scored as it is shown; `openOnce` opens
 * those that are not to be kept.
 */
export function createFilmCache(
  open: (source: ShownSource) => Promise<Film>,
  openOnce: (source: ScoredSource) => Promise<Film>,
): FilmCache {
  const kept = new Map<string, Film>()

  return {
    openOnce: async (source) => {
      // Where nothing is kept, as on the command line, there is no file to compare with.
      const film = kept.size === 0 ? undefined : kept.get(await keyOf(source))
      // A film that is coarse for its score is so even where it lies there whole: else it had two scores.
      const isTheSame = film !== undefined && film.mayBeCoarse !== true
      return isTheSame ? film : await openOnce(source)
    },
    open: async (source) => {
      const key = await keyOf(source)
      const film = kept.get(key) ?? (await open(source))
      // Taken out and put in again, the film is the youngest.
      kept.delete(key)
      kept.set(key, film)
      dropOldest(kept)
      return film
    },
  }
}

/** A file exchanged on disk is another film. Whether it can be read at all is for `open` to say. */
async function keyOf({ path, frame, shutters = 'on' }: ShownSource): Promise<string> {
  return `${await fileStamp(path)} ${shutters} ${frame} ${path}`
}

function dropOldest(kept: Map<string, Film>): void {
  let bytes = 0
  for (const film of kept.values()) bytes += size(film)
  for (const [key, film] of kept) {
    if (bytes <= MOST_BYTES) return
    kept.delete(key)
    bytes -= size(film)
  }
}

function size({ pixels, colour }: Film): number {
  return pixels.byteLength + (colour?.byteLength ?? 0)
}
