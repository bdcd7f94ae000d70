import { stat } from 'node:fs/promises'
import type { ScoredSource } from '../pipeline/analyse.ts'
import type { Film } from '../pipeline/film.ts'

export interface OpenAhead {
  /** Begins to open the film that is next. */
  expect(source: ScoredSource): void
  /** The film that was expected, or any other. */
  open(source: ScoredSource): Promise<Film>
}

// The largest films are of this size; what is larger would hold memory that the film before it needs.
const MOST_BYTES = 64 * 2 ** 20

/**
 * Opens the next film while the model runs on the one before it: a slow disk is then waited for once, and the threads
 * that decode JPEG have work while the model has the process's own.
 */
export function createOpenAhead(open: (source: ScoredSource) => Promise<Film>): OpenAhead {
  let next: { readonly source: ScoredSource; readonly outcome: Promise<Outcome> } | undefined

  return {
    expect: (source) => {
      const opened = isSmall(source.path).then((small) => (small ? open(source) : null))
      // What went wrong is told to whoever asks for the film; it may be that nobody does.
      const outcome = opened.then(
        (film): Outcome => ({ ok: true, film }),
        (error: unknown): Outcome => ({ ok: false, error }),
      )
      next = { source, outcome }
    },
    open: async (source) => {
      if (next === undefined || !isSame(next.source, source)) return open(source)
      const { outcome } = next
      next = undefined
      const ended = await outcome
      if (!ended.ok) throw ended.error
      return ended.film ?? open(source)
    },
  }
}

/** Without a film where it was left for later. */
type Outcome =
  { readonly ok: true; readonly film: Film | null } | { readonly ok: false; readonly error: unknown }

function isSame(expected: ScoredSource, { path, frame, hashed, enoughPixels }: ScoredSource): boolean {
  return (
    expected.path === path &&
    expected.frame === frame &&
    expected.hashed === hashed &&
    expected.enoughPixels === enoughPixels
  )
}

/** A film in an archive has no size of its own, and is opened when its turn comes. */
async function isSmall(path: string): Promise<boolean> {
  return stat(path).then(
    ({ size }) => size <= MOST_BYTES,
    () => false,
  )
}
