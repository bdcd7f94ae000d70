import { availableParallelism } from 'node:os'

// Each engine holds the model and the films it works on, about 200 MB.
const MOST_ENGINES = 8
// Starting one more takes about as long as these films.
const FILMS_WORTH_AN_ENGINE = 8

export interface Lanes {
  readonly engines: number
  /** Of one run of the model, so that all engines together have the cores. */
  readonly threads: number
}

/** How many engines score so many films at once: none for none, one for a few, one a core for many. */
export function lanesFor(films: number, cores = availableParallelism()): Lanes {
  const engines = Math.min(cores, MOST_ENGINES, Math.ceil(films / FILMS_WORTH_AN_ENGINE))
  return { engines, threads: Math.max(1, Math.floor(cores / Math.max(1, engines))) }
}
