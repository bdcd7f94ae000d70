// What a search comes upon.

import { basename } from 'node:path'

import { toFailure, type ErrorCode } from '../../../shared/errors.ts'

export interface FilmSource {
  /** What `read` takes: a path, or a path into a ZIP archive. */
  readonly path: string
  readonly name: string
}

export interface SearchProblem {
  readonly path: string
  readonly code: ErrorCode
  readonly message: string
}

export type Found =
  | { readonly kind: 'film'; readonly film: FilmSource }
  | { readonly kind: 'passedOver'; readonly path: string }
  | { readonly kind: 'problem'; readonly problem: SearchProblem }

export const film = (path: string): Found => ({ kind: 'film', film: { path, name: basename(path) } })

export const passedOver = (path: string): Found => ({ kind: 'passedOver', path })

export function problem(path: string, error: unknown): Found {
  const { code, message } = toFailure(error)
  return { kind: 'problem', problem: { path, code, message } }
}
