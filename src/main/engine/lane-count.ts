import { availableParallelism } from 'node:os'

// Each engine holds the model and the films it works on, about 200 MB.
const MOST_ENGINES = 8
// Starting one more takes about as long as so many small films. A megabyte of a file takes about as long as a small
// film: less than that uncompressed, more in JPEG 2000.
const FILMS_WORTH_AN_ENGINE = 8

/** So many are worth every engine, however small they are. */
export const MANY_FILMS = MOST_ENGINES * FILMS_WORTH_AN_ENGINE

export interface Load {
  readonly films: number
  /** Of their files. */
  readonly megabytes: number
}

export interface Lanes {
  readonly engines: number
  /** Of one run of the model, so that all engines together have the cores. */
  readonly threads: number
}

/** How many engines score these films at once: none for none, one for a few, one a core for many. */
export function lanesFor({ films, megabytes }: Load, cores = availableParallelism()): Lanes {
  const worth = Math.ceil((films + megabytes) / FILMS_WORTH_AN_ENGINE)
  const engines = Math.min(films, cores, MOST_ENGINES, worth)
  return { engines, threads: Math.max(1, Math.floor(cores / Math.max(1, engines))) }
}
