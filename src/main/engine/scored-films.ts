// The films of calls that score: each is opened for one call, ahead of it where the call is known, and then done with.

import type { ScoredSource } from '../pipeline/analyse.ts'
import type { Film, FilmFile } from '../pipeline/film.ts'
import { read } from '../pipeline/read.ts'
import { createFileMemory } from './file-memory.ts'
import { createOpenAhead } from './open-ahead.ts'

export interface ScoredFilms {
  /** The film of the next call. */
  expect(source: ScoredSource): void
  /** The film is the caller's until `done`. */
  open(source: ScoredSource): Promise<Film>
  /** The call is answered: the memory of its films' files serves other files. */
  done(): void
}

export function createScoredFilms(
  openFilm: (source: ScoredSource, readFile: (path: string) => Promise<FilmFile>) => Promise<Film>,
): ScoredFilms {
  const memory = createFileMemory()
  const lent = new WeakMap<Film, readonly Buffer[]>()
  const inUse: Film[] = []

  const ahead = createOpenAhead(async (source) => {
    const taken: Buffer[] = []
    const take = (size: number) => {
      const bytes = memory.take(size)
      taken.push(bytes)
      return bytes
    }
    const { hashed = true } = source
    const film = await openFilm(source, (path) => read(path, { allocate: take, hashed }))
    lent.set(film, taken)
    return film
  })

  return {
    expect: ahead.expect,
    open: async (source) => {
      const film = await ahead.open(source)
      inUse.push(film)
      return film
    },
    done: () => {
      for (const film of inUse.splice(0)) {
        for (const bytes of lent.get(film) ?? []) memory.giveBack(bytes)
      }
    },
  }
}
