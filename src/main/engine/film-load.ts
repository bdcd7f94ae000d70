import { stat } from 'node:fs/promises'
import { MANY_FILMS, type Load } from './lane-count.ts'

/** How much work some films are, as far as their files' sizes tell; one in an archive, or gone, has none. */
export async function filmLoad(films: readonly { readonly path: string }[]): Promise<Load> {
  if (films.length >= MANY_FILMS) return { films: films.length, megabytes: 0 }
  const sizes = films.map(({ path }) =>
    stat(path).then(
      ({ size }) => size,
      () => 0,
    ),
  )
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  return { films: films.length, megabytes: bytes / 1e6 }
}
