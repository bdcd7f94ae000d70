import { hash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'

import { HilumError, systemErrorCode } from '../../shared/errors.ts'
import type { FilmFile } from './film.ts'
import { MAX_FILE_BYTES, notAFile, readError, tooLarge } from './read/read-error.ts'
import { zipAddress } from './read/zip-address.ts'
import { withZip } from './read/zip-archive.ts'
import { zipEntryBytes } from './read/zip-entry.ts'

/** Memory for so many bytes, or a few more. */
export type AllocateBytes = (size: number) => Buffer

/**
 * The bytes of one file on disk, or in a ZIP archive by an address such as `export.zip/DICOM/IM1`. A caller that reads
 * one file after the other may bring the memory for them.
 */
export async function read(
  path: string,
  allocate: AllocateBytes = (size) => Buffer.allocUnsafeSlow(size),
): Promise<FilmFile> {
  const name = basename(path)
  const bytes = await bytesOf(path, name, allocate)
  if (bytes.length === 0) {
    throw new HilumError('READ_EMPTY_FILE', `${name} is empty (0 bytes); copy it again from its source.`)
  }
  let sha256: string | undefined
  return {
    path,
    name,
    bytes,
    get sha256() {
      return (sha256 ??= hash('sha256', bytes, 'hex'))
    },
  }
}

async function bytesOf(path: string, name: string, allocate: AllocateBytes): Promise<Buffer> {
  try {
    const found = await stat(path)
    // Opening a pipe would wait for whoever writes to it.
    if (!found.isFile()) throw notAFile(name, found.isDirectory())
    if (found.size > MAX_FILE_BYTES) throw tooLarge(name, found.size)
    return await wholeFile(path, found.size, allocate)
  } catch (error) {
    const reason = systemErrorCode(error)
    // A path that goes on behind a file is ENOTDIR on Linux and macOS, ENOENT on Windows.
    if (reason === 'ENOENT' || reason === 'ENOTDIR') return await bytesInArchive(path, error)
    throw error instanceof HilumError ? error : readError(path, reason, error)
  }
}

/** In one request, where `readFile` makes many of 512 kB each: a film of 12 MB takes a third of the time. */
async function wholeFile(path: string, size: number, allocate: AllocateBytes): Promise<Buffer> {
  const file = await open(path)
  try {
    const bytes = allocate(size)
    let there = 0
    while (there < size) {
      const { bytesRead } = await file.read(bytes, there, size - there, there)
      if (bytesRead === 0) break
      there += bytesRead
    }
    return bytes.subarray(0, there)
  } finally {
    await file.close()
  }
}

async function bytesInArchive(path: string, notThere: unknown): Promise<Buffer> {
  const address = await zipAddress(path)
  if (address === null) throw readError(path, 'ENOENT', notThere)
  return await withZip(address.archive, (archive) => zipEntryBytes(archive, address.entry))
}
