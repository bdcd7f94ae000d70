import { stat } from 'node:fs/promises'
import type { FilmFile } from '../pipeline/film.ts'

export interface ReadAhead {
  /** Begins to read the file of the film that is next. */
  expect(path: string): void
  /** The file that was expected, or any other. */
  read(path: string): Promise<FilmFile>
}

// The largest films are of this size; a file of many frames beyond it would hold as much memory as its film needs.
const MOST_BYTES = 64 * 2 ** 20

/** Reads the next film's file while the one before it is worked on, so that a slow disk or network is waited for once. */
export function createReadAhead(read: (path: string) => Promise<FilmFile>): ReadAhead {
  let next: { readonly path: string; readonly file: Promise<FilmFile | undefined> } | undefined

  return {
    expect: (path) => {
      // What goes wrong is for whoever asks for the file to find, and to say.
      const file = isSmall(path).then((small) => (small ? read(path) : undefined))
      next = { path, file: file.catch(() => undefined) }
    },
    read: async (path) => {
      const expected = next?.path === path ? next.file : undefined
      if (expected !== undefined) next = undefined
      return (await expected) ?? (await read(path))
    },
  }
}

async function isSmall(path: string): Promise<boolean> {
  return (await stat(path)).size <= MOST_BYTES
}
