import { stat } from 'node:fs/promises'
import { dirname, sep } from 'node:path'

import { fileHead } from './file-head.ts'
import { isZip } from './film-candidate.ts'

/** A film inside an archive: the path of the archive, a slash, the entry's name, as in `export.zip/DICOM/IM1`. */
export interface ZipAddress {
  readonly archive: string
  readonly entry: string
}

/** Where a path goes on behind an archive, the archive and the rest of the path; else null. */
export async function zipAddress(path: string): Promise<ZipAddress | null> {
  for (let upper = dirname(path); upper !== dirname(upper); upper = dirname(upper)) {
    const kind = await kindOf(upper)
    if (kind === 'none') continue
    if (kind === 'folder' || !isZip(await fileHead(upper))) return null
    return {
      archive: upper,
      entry: path
        .slice(upper.length + 1)
        .split(sep)
        .join('/'),
    }
  }
  return null
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'none'> {
  try {
    const found = await stat(path)
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'none'
  } catch {
    // Nothing is there by this name, so the answer lies further up; the caller reports a path that is not there.
    return 'none'
  }
}

/** The path that `read` takes; that of the archive itself where no entry is named. */
export function zipPath({ archive, entry }: ZipAddress): string {
  return [archive, ...(entry === '' ? [] : entry.split('/'))].join(sep)
}
