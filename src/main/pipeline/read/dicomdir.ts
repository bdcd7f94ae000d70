// PS3.3 F: the directory of a file-set, as discs bring it.

import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { parseFile } from '../decode/dicom/parse-file.ts'
import { codes, items } from '../decode/dicom/values.ts'
import { read } from '../read.ts'
import { byCodePoint } from './code-point-order.ts'

const DIRECTORY_RECORD_SEQUENCE = 0x00041220
const DIRECTORY_RECORD_TYPE = 0x00041430
const REFERENCED_FILE_ID = 0x00041500

export interface IndexedFiles {
  /** Paths of the pictures, in code point order. */
  readonly images: readonly string[]
  /** Paths of reports, presentation states and whatever else is no picture. */
  readonly others: readonly string[]
  /** Paths of pictures that are not there, as the directory spells them. */
  readonly missing: readonly string[]
}

/** The files that a DICOMDIR indexes. */
export async function indexedFiles(path: string): Promise<IndexedFiles> {
  const { dataSet } = parseFile(await read(path))
  const indexed = { images: [] as string[], others: [] as string[], missing: [] as string[] }
  const names = new NamesOnDisk()
  for (const record of items(dataSet, DIRECTORY_RECORD_SEQUENCE)) {
    const parts = codes(record, REFERENCED_FILE_ID)
    if (parts.length === 0 || !parts.every(isPlainName)) continue
    const isImage = codes(record, DIRECTORY_RECORD_TYPE)[0] === 'IMAGE'
    const file = await names.find(dirname(path), parts)
    if (isImage) (file.exists ? indexed.images : indexed.missing).push(file.path)
    else if (file.exists) indexed.others.push(file.path)
  }
  for (const paths of Object.values(indexed)) paths.sort(byCodePoint)
  return indexed
}

// PS3.10 8.2: components of a File ID are plain names, so a path that climbs out of the disc is no File ID.
function isPlainName(part: string): boolean {
  return part !== '' && part !== '.' && part !== '..' && !/[/\\\0]/.test(part)
}

/** PS3.10 8.5 writes names in capitals; what a disc's driver or a copy made of them may differ in case. */
class NamesOnDisk {
  readonly #folders = new Map<string, ReadonlyMap<string, string>>()

  async find(folder: string, parts: readonly string[]): Promise<{ path: string; exists: boolean }> {
    let path = folder
    let exists = true
    for (const part of parts) {
      const names = await this.#namesIn(path)
      const found = names.get(part) ?? names.get(plain(part))
      exists &&= found !== undefined
      path = join(path, found ?? part)
    }
    return { path, exists }
  }

  async #namesIn(folder: string): Promise<ReadonlyMap<string, string>> {
    const known = this.#folders.get(folder)
    if (known) return known
    const names = new Map<string, string>()
    for (const name of await namesOrNone(folder)) {
      names.set(name, name)
      if (!names.has(plain(name))) names.set(plain(name), name)
    }
    this.#folders.set(folder, names)
    return names
  }
}

async function namesOrNone(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch {
    // The files in it are then reported one by one as not there, under the names that the directory gives.
    return []
  }
}

/** ISO 9660 may show IM1 as im1, IM1. or IM1.;1. */
function plain(name: string): string {
  return name.replace(/\.?(;1)?$/, '').toLowerCase()
}
