import { stat } from 'node:fs/promises'
import type { Load } from './lane-count.ts'

// Beyond so many films every engine is worth starting, however small they are.
const MOST_ASKED = 128

/** How much work some films are, as far as their files' sizes tell; one in an archive, or gone, has none. */
export async function filmLoad(films: readonly { readonly path: string }[]): Promise<Load> {
  const sizes = films.slice(0, MOST_ASKED).map(({ path }) =>
    stat(path).then(
      ({ size }) => size,
      () => 0,
    ),
  )
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  return { films: films.length, megabytes: bytes / 1e6 }
}
