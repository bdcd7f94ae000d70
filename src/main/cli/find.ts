import { lookForFilms } from '../pipeline/read/find-films.ts'
import type { FilmSource, SearchProblem } from '../pipeline/read/found.ts'

/** What the paths of a command line lead to, in the order found: films, and paths that lead to none. */
export type Find =
  | { readonly kind: 'film'; readonly film: FilmSource }
  | { readonly kind: 'problem'; readonly problem: SearchProblem }

export interface FindOptions {
  readonly recursive: boolean
  /** Of films; the search ends with the last of them. */
  readonly limit?: number
  readonly signal: AbortSignal
}

export async function find(paths: readonly string[], options: FindOptions): Promise<Find[]> {
  const { recursive, limit = Infinity, signal } = options
  const finds: Find[] = []
  let films = 0
  for await (const found of lookForFilms(paths, { recursive })) {
    if (signal.aborted) return finds
    if (found.kind === 'passedOver') continue
    finds.push(found)
    if (found.kind === 'film' && ++films === limit) return finds
  }
  return finds
}

/** All that a command reads: what it was given, and what that led to. */
export function inputsOf(paths: readonly string[], finds: readonly Find[]): string[] {
  return [...paths, ...filmsOf(finds).map(({ path }) => path)]
}

export function filmsOf(finds: readonly Find[]): FilmSource[] {
  return finds.flatMap((found) => (found.kind === 'film' ? [found.film] : []))
}
