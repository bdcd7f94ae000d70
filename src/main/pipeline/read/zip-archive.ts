// ZIP archives by yauzl, which reads them where they lie: only the directory and the asked-for entry are in memory.

import { isUtf8 } from 'node:buffer'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { crc32 } from 'node:zlib'
import { getFileNameLowLevel, openPromise, type Entry, type ZipFile } from 'yauzl'

import { HilumError, systemErrorCode } from '../../../shared/errors.ts'
import { MAX_FILE_BYTES, readError, tooLarge } from './read-error.ts'

export interface ZipArchive {
  readonly path: string
  /** Entries that are files, by name, in the archive's order. */
  readonly entries: ReadonlyMap<string, Entry>
  readonly file: ZipFile
}

const MAX_ENTRIES = 1_000_000

// Films of one value compress best: about a thousandfold, but those are small. Beyond both limits it is no film.
const SUSPECT_BYTES = 64 * 2 ** 20
const SUSPECT_RATIO = 200

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
  const { mtimeMs, size } = await statOf(path)
  const mine = hold(path, `${path}\0${mtimeMs}\0${size}`)
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
    ({ file }) => file.close(),
    () => undefined,
  )
}

async function statOf(path: string): Promise<{ mtimeMs: number; size: number }> {
  try {
    return await stat(path)
  } catch (error) {
    throw readError(path, systemErrorCode(error), error)
  }
}

async function openZip(path: string): Promise<ZipArchive> {
  try {
    const file = await openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false })
    if (file.entryCount > MAX_ENTRIES) {
      file.close()
      throw tooManyEntries(path, file.entryCount)
    }
    const entries = new Map<string, Entry>()
    for await (const entry of file.eachEntry()) {
      const name = entryName(entry)
      if (!name.endsWith('/') && staysInside(name)) entries.set(name, entry)
    }
    return { path, entries, file }
  } catch (error) {
    if (error instanceof HilumError) throw error
    if (systemErrorCode(error) !== '') throw readError(path, systemErrorCode(error), error)
    throw damagedArchive(basename(path), error)
  }
}

// Archives made on Linux and by PACS hold UTF-8 without saying so; yauzl would read that as code page 437.
function entryName(entry: Entry): string {
  const raw = entry.fileNameRaw
  const name = isUtf8(raw)
    ? raw.toString('utf8')
    : getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false)
  return name.replaceAll('\\', '/')
}

/** Names that would lead out of the archive are nobody's films. */
function staysInside(name: string): boolean {
  return (
    !name.startsWith('/') && !name.split('/').some((part) => part === '' || part === '.' || part === '..')
  )
}

/** All bytes of one entry, or just its first `most` bytes. */
export async function zipEntryBytes(archive: ZipArchive, name: string, most = Infinity): Promise<Buffer> {
  const entry = archive.entries.get(name)
  const shown = basename(name)
  if (entry === undefined) throw notInArchive(archive.path, name)
  refuseHostile(entry, shown, most)
  const bytes = await inflated(archive, entry, most)
  // yauzl checks the length alone.
  if (most === Infinity && crc32(bytes) !== entry.crc32) throw damagedEntry(shown, 'its check sum is wrong')
  return bytes
}

async function inflated({ file }: ZipArchive, entry: Entry, most: number): Promise<Buffer> {
  try {
    return await collect(await file.openReadStreamPromise(entry), Math.min(most, entry.uncompressedSize))
  } catch (error) {
    throw damagedEntry(basename(entryName(entry)), reasonOf(error), error)
  }
}

function refuseHostile(entry: Entry, name: string, most: number): void {
  if (entry.isEncrypted()) {
    throw new HilumError(
      'READ_DENIED',
      `${name} is encrypted in its archive; unpack the archive with its password and open the folder.`,
    )
  }
  const { uncompressedSize: size, compressedSize } = entry
  if (most !== Infinity) return
  if (size > MAX_FILE_BYTES) throw tooLarge(name, size)
  if (size > SUSPECT_BYTES && size > compressedSize * SUSPECT_RATIO) {
    throw new HilumError(
      'READ_TOO_LARGE',
      `${name} would grow from ${compressedSize.toLocaleString('en')} to ${size.toLocaleString('en')} bytes, as no film does; it was left in its archive.`,
    )
  }
}

async function collect(stream: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of stream) {
    pieces.push(piece)
    length += piece.length
    if (length >= most && most < Infinity) break
  }
  const [only] = pieces
  return only !== undefined && pieces.length === 1 ? only : Buffer.concat(pieces, length)
}

export function notInArchive(archive: string, entry: string): HilumError {
  return new HilumError(
    'READ_NOT_FOUND',
    `${basename(entry)} is not in ${basename(archive)}; check its name, large and small letters included.`,
  )
}

function tooManyEntries(path: string, count: number): HilumError {
  return new HilumError(
    'READ_TOO_LARGE',
    `${basename(path)} lists ${count.toLocaleString('en')} files; Hilum opens archives of up to ${MAX_ENTRIES.toLocaleString('en')}.`,
  )
}

function damagedArchive(name: string, cause: unknown): HilumError {
  return new HilumError(
    'READ_FAILED',
    `${name} is no whole ZIP archive (${reasonOf(cause)}); copy it again, or unpack it and open the folder.`,
    { cause },
  )
}

function damagedEntry(name: string, reason: string, cause?: unknown): HilumError {
  return new HilumError(
    'READ_FAILED',
    `${name} is damaged in its archive (${reason}); copy the archive again, or unpack it and open the folder.`,
    { cause },
  )
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error)
}
