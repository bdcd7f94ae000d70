import { realpath, stat } from 'node:fs/promises'
import { basename } from 'node:path'

import { HilumError, systemErrorCode } from '../../../shared/errors.ts'
import { someNames } from '../../../shared/some-names.ts'
import { fileHead } from './file-head.ts'
import { isDicomdirName, isZip } from './film-candidate.ts'
import { findByDicomdir } from './find-by-dicomdir.ts'
import { findInFolder } from './find-in-folder.ts'
import { film, problem, type FilmSource, type Found, type SearchProblem } from './found.ts'
import { readError } from './read-error.ts'
import { meet, type Search } from './search.ts'
import { withZip } from './zip-archive.ts'
import { zipAddress } from './zip-address.ts'

export interface FoundFilms {
  readonly films: FilmSource[]
  /** Names of files in folders and archives that are no films and do not claim to be, but for those that a problem names. */
  readonly passedOver: readonly string[]
  readonly problems: SearchProblem[]
}

/**
 * The films at these paths: files as they are, folders searched (below them too where `recursive`), archives opened,
 * a DICOMDIR followed. A path that leads nowhere is a problem beside the films of the others.
 */
export async function findFilms(
  paths: readonly string[],
  options: { readonly recursive: boolean },
): Promise<FoundFilms> {
  const films: FilmSource[] = []
  const problems: SearchProblem[] = []
  const passedOver: string[] = []
  for await (const found of lookForFilms(paths, options)) {
    if (found.kind === 'film') films.push(found.film)
    else if (found.kind === 'problem') problems.push(found.problem)
    else passedOver.push(basename(found.path))
  }
  return { films, passedOver, problems }
}

/** The same, one by one as they are found. */
export async function* lookForFilms(
  paths: readonly string[],
  options: { readonly recursive: boolean },
): AsyncGenerator<Found, void> {
  const search: Search = { recursive: options.recursive, met: new Set(), repeats: 0 }
  for (const path of paths) yield* findAt(path, search)
}

async function* findAt(path: string, search: Search): AsyncGenerator<Found, void> {
  const kind = await kindOf(path)
  switch (kind) {
    case 'folder':
      return yield* orNoFilms(path, findInFolder(path, search), search)
    case 'zip': {
      const { findInZip } = await import('./find-in-zip.ts')
      return yield* orNoFilms(path, findInZip({ archive: path, entry: '' }, search), search)
    }
    case 'dicomdir':
      return yield* orNoFilms(path, findByDicomdir(path, search), search)
    case 'file':
      if (meet(search, await realpath(path))) yield film(path)
      return
    case 'beyond':
      return yield* findBeyondFile(path, search)
  }
}

type Kind = 'folder' | 'zip' | 'dicomdir' | 'file' | 'beyond'

async function kindOf(path: string): Promise<Kind> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return 'folder'
    // What is no plain file, a pipe say, is left for `read` to refuse.
    if (!found.isFile()) return 'file'
  } catch {
    // Not there, or not to be entered: the path may lead into an archive, or else is reported as what it is.
    return 'beyond'
  }
  if (isDicomdirName(basename(path))) return 'dicomdir'
  try {
    return isZip(await fileHead(path)) ? 'zip' : 'file'
  } catch {
    // A named file is always taken; `read` says what is wrong with it.
    return 'file'
  }
}

/** A path into an archive, to a film or to a folder of films. */
async function* findBeyondFile(path: string, search: Search): AsyncGenerator<Found, void> {
  try {
    const address = await zipAddress(path)
    if (address === null) throw await whyNot(path)
    const isEntry = await withZip(address.archive, async ({ entries }) => entries.has(address.entry))
    if (!isEntry) {
      const { findInZip } = await import('./find-in-zip.ts')
      return yield* orNoFilms(path, findInZip(address, search), search)
    }
    if (meet(search, path)) yield film(path)
  } catch (error) {
    yield problem(path, error)
  }
}

async function whyNot(path: string): Promise<HilumError> {
  try {
    await stat(path)
  } catch (error) {
    return readError(path, systemErrorCode(error), error)
  }
  return readError(path, 'ENOENT')
}

/** Passes on what is found, and says so where that is nothing at all, not even what was met before. */
async function* orNoFilms(
  path: string,
  found: AsyncGenerator<Found, void>,
  search: Search,
): AsyncGenerator<Found, void> {
  const { repeats } = search
  /** Held back, for where nothing else is found the problem tells of it. */
  let others: Found[] = []
  let isBarren = true
  for await (const one of found) {
    if (one.kind === 'passedOver' && isBarren) {
      others.push(one)
      continue
    }
    isBarren = false
    yield* others
    others = []
    yield one
  }
  if (isBarren && search.repeats === repeats) yield problem(path, noFilms(path, others))
  else yield* others
}

function noFilms(path: string, others: readonly Found[]): HilumError {
  const name = basename(path)
  const names = others.flatMap((one) => (one.kind === 'passedOver' ? basename(one.path) : []))
  return new HilumError(
    'READ_NO_FILMS',
    names.length === 0
      ? `“${name}” holds nothing; choose a folder or file that holds films.`
      : `“${name}” holds no films (${someNames(names)} ${names.length === 1 ? 'was' : 'were'} passed over); choose another folder.`,
  )
}
