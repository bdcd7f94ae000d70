import type { DecodedFilm, FilmFile } from '../film.ts'

/** The most bytes of a file that a film keeps in memory for their hash, for each byte of its own pixels. */
const BYTES_KEPT = 2

/**
 * What a film says of its file. Its hash waits until it is asked for, and the file's bytes with it; those of a file
 * much larger than the film, as one of many frames is, are hashed now and let go.
 */
export function aboutFile(file: FilmFile, pixels: DecodedFilm['pixels']): DecodedFilm['file'] {
  const about = { name: file.name, byteLength: file.bytes.length }
  if (file.bytes.length > BYTES_KEPT * pixels.byteLength) return { ...about, sha256: file.sha256 }
  return {
    ...about,
    get sha256() {
      return file.sha256
    },
  }
}
