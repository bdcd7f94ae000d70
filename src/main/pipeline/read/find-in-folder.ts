import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'

import { systemErrorCode } from '../../../shared/errors.ts'
import { byCodePoint } from './code-point-order.ts'
import { fileHead } from './file-head.ts'
import { claimsToBeFilm, isAppleDouble, isDicomdirName, isFilmByContent } from './film-candidate.ts'
import { isZip, mayBeArchive } from './film-candidate.ts'
import { findAroundDicomdir, findByDicomdir } from './find-by-dicomdir.ts'
import { film, passedOver, problem, type Found } from './found.ts'
import { readError } from './read-error.ts'
import { meet, type Search } from './search.ts'

/** Files that are looked into at the same time; more would wait for the same disk. */
const AT_ONCE = 16

/** Entries of a folder that are taken without a pause; the window's own process does this, and answers meanwhile. */
const IN_A_TURN = 128

interface Item {
  readonly path: string
  readonly name: string
  readonly kind: 'file' | 'folder' | 'neither'
  readonly realPath: string
}

type Judged =
  | Found
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'archive'; readonly path: string }
  | null

/** The films of a folder in code point order of their paths. Each folder is entered once, by whatever links. */
export async function* findInFolder(folder: string, search: Search): AsyncGenerator<Found, void> {
  let items: Item[]
  try {
    const realFolder = await realpath(folder)
    if (!meet(search, realFolder)) return
    items = await itemsOf(folder, realFolder)
  } catch (error) {
    yield problem(folder, readError(folder, systemErrorCode(error), error))
    return
  }
  // A DICOMDIR tells of its neighbours which are no pictures, so it comes first.
  const inDicomdir = search.recursive ? findAroundDicomdir : findByDicomdir
  for (const { path, name, kind } of items) {
    if (kind === 'file' && isDicomdirName(name)) yield* inDicomdir(path, search)
  }
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const judged = await Promise.all(items.slice(from, from + AT_ONCE).map((item) => judge(item, search)))
    for (const found of judged) yield* follow(found, search)
    if (from % IN_A_TURN === 0) await nextTurn()
  }
}

async function itemsOf(folder: string, realFolder: string): Promise<Item[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const beginning = { path: beginningOf(folder), realPath: beginningOf(realFolder) }
  const items: Item[] = []
  for (let from = 0; from < entries.length; from += IN_A_TURN) {
    const some = entries.slice(from, from + IN_A_TURN)
    items.push(...(await Promise.all(some.map((entry) => itemOf(beginning, entry)))))
    await nextTurn()
  }
  return items.sort((first, second) => byCodePoint(sortKey(first), sortKey(second)))
}

/** What the paths of a folder's entries begin with: to join each takes longer than all else that is done for it. */
function beginningOf(folder: string): string {
  return join(folder, 'x').slice(0, -1)
}

async function itemOf(beginning: Pick<Item, 'path' | 'realPath'>, entry: Dirent): Promise<Item> {
  const { name } = entry
  const path = beginning.path + name
  const realPath = beginning.realPath + name
  if (entry.isFile()) return { path, name, kind: 'file', realPath }
  if (entry.isDirectory()) return { path, name, kind: 'folder', realPath }
  try {
    const target = await stat(path)
    const kind = target.isFile() ? 'file' : target.isDirectory() ? 'folder' : 'neither'
    return { path, name, kind, realPath: await realpath(path) }
  } catch {
    // A link to nowhere, or in a circle: nothing that could be a film.
    return { path, name, kind: 'neither', realPath: path }
  }
}

/** As the path goes on: a folder's name is followed by a slash, so that the order is that of whole paths. */
function sortKey({ name, kind }: Item): string {
  return kind === 'folder' ? `${name}/` : name
}

/** What an item is. Null where it was met before. */
async function judge({ path, name, kind, realPath }: Item, search: Search): Promise<Judged> {
  if (kind === 'folder') return { kind: 'folder', path }
  if (!meet(search, realPath)) return null
  if (kind === 'neither' || isAppleDouble(name)) return passedOver(path)
  if (claimsToBeFilm(name)) return film(path)
  try {
    const head = await fileHead(path)
    if (isFilmByContent(head)) return film(path)
    return isZip(head) && mayBeArchive(name) ? { kind: 'archive', path } : passedOver(path)
  } catch (error) {
    return problem(path, error)
  }
}

async function* follow(judged: Judged, search: Search): AsyncGenerator<Found, void> {
  if (judged === null) return
  if (judged.kind === 'archive') {
    const { findInZip } = await import('./find-in-zip.ts')
    yield* findInZip({ archive: judged.path, entry: '' }, search)
  } else if (judged.kind !== 'folder') yield judged
  else if (search.recursive) yield* findInFolder(judged.path, search)
}
