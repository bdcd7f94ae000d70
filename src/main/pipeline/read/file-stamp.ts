import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'

import { zipAddress } from './zip-address.ts'

/** What tells a file on disk from another that takes its place, as the films of one CD do with those of another. */
export type FileStamp = string

export function stampOf({ mtimeMs, size }: Pick<Stats, 'mtimeMs' | 'size'>): FileStamp {
  return `${mtimeMs} ${size}`
}

/** Of the file at a path that `read` takes, for a film in an archive that of the archive; null where there is none. */
export async function fileStamp(path: string): Promise<FileStamp | null> {
  return (await stampAt(path)) ?? (await stampOfArchive(path))
}

/** The same for many; an archive is looked for once for all films in one of its folders. */
export async function fileStamps(paths: readonly string[]): Promise<(FileStamp | null)[]> {
  const above = new Map<string, Promise<FileStamp | null>>()
  const ofArchive = (path: string) => {
    const folder = dirname(path)
    const found = above.get(folder) ?? stampOfArchive(path)
    above.set(folder, found)
    return found
  }
  return Promise.all(paths.map(async (path) => (await stampAt(path)) ?? (await ofArchive(path))))
}

async function stampOfArchive(path: string): Promise<FileStamp | null> {
  const address = await zipAddress(path)
  return address && stampAt(address.archive)
}

function stampAt(path: string): Promise<FileStamp | null> {
  return stat(path).then(stampOf, () => null)
}
