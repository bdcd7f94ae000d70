// ZIP archives by yauzl, which reads them where they lie: only the directory and the asked-for entry are in memory.

import { isUtf8 } from 'node:buffer'
import type { Stats } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Entry, ZipFile } from 'yauzl'

import { HilumError, systemErrorCode } from '../../../shared/errors.ts'
import { stampOf } from './file-stamp.ts'
import { readError } from './read-error.ts'

/** What the archive's directory says of one file in it; its name is the map's key. */
export type ZipEntry = Pick<
  Entry,
  'compressedSize' | 'uncompressedSize' | 'compressionMethod' | 'crc32' | 'isEncrypted'
>

export interface ZipArchive {
  readonly path: string
  /** Entries that are files, by name, in the archive's order. */
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** The first bytes of an entry as they lie in the archive. */
  readonly stored: (name: string, most: number) => Promise<Buffer>
  readonly close: () => Promise<void>
}

const MAX_ENTRIES = 1_000_000

type Yauzl = typeof import('yauzl')

/** Most folders have no archive, and every process starts 2 ms sooner without what reads them. */
const yauzl = (): Promise<Yauzl> => import('yauzl')

// Reading the directory of an archive for each of its films would take time by the square of their number.
const KEPT_OPEN_MS = 2000

interface Held {
  readonly key: string
  readonly archive: Promise<ZipArchive>
  users: number
  closing: NodeJS.Timeout | undefined
}

let held: Held | undefined

/** Runs `use` on the archive, which stays open a moment for the next use. */
export async function withZip<Result>(
  path: string,
  use: (archive: ZipArchive) => Promise<Result>,
): Promise<Result> {
  const mine = hold(path, `${path}\0${stampOf(await statOf(path))}`)
  try {
    return await use(await mine.archive)
  } finally {
    mine.users--
    if (mine.users === 0) mine.closing = setTimeout(() => release(mine), KEPT_OPEN_MS).unref()
  }
}

/** Counts the user in, at once, so that nobody closes the archive before it is used. */
function hold(path: string, key: string): Held {
  if (held?.key !== key) {
    if (held?.users === 0) release(held)
    held = { key, archive: openZip(path), users: 0, closing: undefined }
  }
  clearTimeout(held.closing)
  held.users++
  return held
}

function release(old: Held): void {
  clearTimeout(old.closing)
  if (held === old) held = undefined
  // An archive that could not be opened has told its user so, and has nothing to close.
  old.archive.then(
    (archive) => archive.close(),
    () => undefined,
  )
}

async function statOf(path: string): Promise<Stats> {
  try {
    return await stat(path)
  } catch (error) {
    throw readError(path, systemErrorCode(error), error)
  }
}

async function openZip(path: string): Promise<ZipArchive> {
  const name = basename(path)
  const directory = await openDirectory(path)
  const { getFileNameLowLevel } = await yauzl()
  try {
    if (directory.entryCount > MAX_ENTRIES) throw tooManyEntries(name, directory.entryCount)
    const entries = new Map<string, Entry>()
    for await (const entry of directory.eachEntry()) {
      const entryName = nameOf(entry, getFileNameLowLevel)
      if (!entryName.endsWith('/') && staysInside(entryName)) entries.set(entryName, entry)
    }
    return archiveOf(path, { entries, directory, file: await open(path, 'r') })
  } catch (error) {
    directory.close()
    throw error instanceof HilumError ? error : unopened(path, error)
  }
}

interface OpenFiles {
  readonly entries: ReadonlyMap<string, Entry>
  readonly directory: ZipFile
  readonly file: FileHandle
}

function archiveOf(path: string, { entries, directory, file }: OpenFiles): ZipArchive {
  return {
    path,
    entries,
    stored: async (name, most) => {
      const entry = entries.get(name)
      if (entry === undefined) return Buffer.alloc(0)
      const { fileDataStart } = await directory.readLocalFileHeaderPromise(entry, { minimal: true })
      const stored = Buffer.allocUnsafe(Math.min(most, entry.compressedSize))
      const { bytesRead } = await file.read(stored, 0, stored.length, fileDataStart)
      return stored.subarray(0, bytesRead)
    },
    close: async () => {
      directory.close()
      await file.close()
    },
  }
}

async function openDirectory(path: string): Promise<ZipFile> {
  try {
    const { openPromise } = await yauzl()
    return await openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false })
  } catch (error) {
    throw unopened(path, error)
  }
}

// Archives made on Linux and by PACS hold UTF-8 without saying so; yauzl would read that as code page 437.
function nameOf(entry: Entry, decode: Yauzl['getFileNameLowLevel']): string {
  const raw = entry.fileNameRaw
  const name = isUtf8(raw)
    ? raw.toString('utf8')
    : decode(entry.generalPurposeBitFlag, raw, entry.extraFields, false)
  return name.replaceAll('\\', '/')
}

/** Names that would lead out of the archive are nobody's films. */
function staysInside(name: string): boolean {
  return (
    !name.startsWith('/') && !name.split('/').some((part) => part === '' || part === '.' || part === '..')
  )
}

function tooManyEntries(name: string, count: number): HilumError {
  return new HilumError(
    'READ_TOO_LARGE',
    `${name} lists ${count.toLocaleString('en')} files; Hilum opens archives of up to ${MAX_ENTRIES.toLocaleString('en')}.`,
  )
}

/** What yauzl says of an archive speaks of its format, and is kept as the cause. */
function unopened(path: string, cause: unknown): HilumError {
  const reason = systemErrorCode(cause)
  if (reason !== '') return readError(path, reason, cause)
  return new HilumError(
    'READ_FAILED',
    `${basename(path)} is no whole ZIP archive; copy it again, or unpack it and open the folder.`,
    { cause },
  )
}
