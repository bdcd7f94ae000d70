// The frontal chest films of a data folder, and which of them the limits were not set on.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface ChestFilm {
  readonly path: string
  readonly collection: string
  /** No film of its patient, and none like it, was among those in whose sight the ways a film hangs were told apart. */
  readonly heldOut: boolean
  /** Whether it was itself among them. */
  readonly isSeen: boolean
}

export const COLLECTIONS = ['bimcv', 'cohen', 'cxnet', 'cxr', 'openist', 'radiography', 'rsna', 'tb']

/** Every so many films were looked at when the limits were set. */
const SEEN = 8

interface Listed {
  readonly path: string
  readonly collection: string
  /** Its patient, and the group of films that are like it. */
  readonly kin: readonly string[]
}

export async function chestFilms(data: string): Promise<ChestFilm[]> {
  const all = (await Promise.all(COLLECTIONS.map((collection) => listed(data, collection)))).flat()
  const seen = new Set(all.filter((_, i) => i % SEEN === 0).flatMap(({ kin }) => kin))
  return all.map(({ path, collection, kin }, i) => ({
    path,
    collection,
    heldOut: !kin.some((one) => seen.has(one)),
    isSeen: i % SEEN === 0,
  }))
}

async function listed(data: string, collection: string): Promise<Listed[]> {
  const folder = join(data, collection)
  const [header, ...rows] = parseCsv(await readFile(join(folder, 'labels.csv'), 'utf8'))
  const column = (name: string) => header!.indexOf(name)
  const kinOf = (row: readonly string[]) =>
    [row[column('patient')], row[column('duplicate_group')]].filter(
      (one) => one !== undefined && one !== '',
    ) as string[]
  const kin = new Map(rows.map((row) => [row[column('file')]!, kinOf(row)]))
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jpg')).toSorted()
  return names.map((name) => ({
    path: join(folder, name),
    collection,
    kin: [name, ...(kin.get(name) ?? [])],
  }))
}

/** RFC 4180: cells in quotes may hold commas and line breaks, and quotes doubled. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === ',') continue
    if (row.length > 1) rows.push(row)
    row = []
  }
  return rows
}
