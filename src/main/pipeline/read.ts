import { hash } from 'node:crypto'
import { statSync, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'

import { HilumError, systemErrorCode } from '../../shared/errors.ts'
import type { AllocateBytes, FilmFile } from './film.ts'
import { openFar, openNear, type OpenedFile } from './read/opened-file.ts'
import { MAX_FILE_BYTES, notAFile, readError, tooLarge } from './read/read-error.ts'
import { zipAddress } from './read/zip-address.ts'
import { withZip } from './read/zip-archive.ts'
import { zipEntryBytes } from './read/zip-entry.ts'

/**
 * The bytes of one file on disk, or in a ZIP archive by an address such as `export.zip/DICOM/IM1`. A caller that reads
 * one file after the other may bring the memory for them; it has a process of its own, and may wait for a disk.
 */
export async function read(path: string, allocate?: AllocateBytes): Promise<FilmFile> {
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
    ...(allocate && { allocate }),
    get sha256() {
      return (sha256 ??= hash('sha256', bytes, 'hex'))
    },
  }
}

async function bytesOf(path: string, name: string, allocate?: AllocateBytes): Promise<Buffer> {
  try {
    return allocate ? await bytesSoon(path, name, allocate) : await bytesWhenever(path, name)
  } catch (error) {
    const reason = systemErrorCode(error)
    // A path that goes on behind a file is ENOTDIR on Linux and macOS, ENOENT on Windows.
    if (reason === 'ENOENT' || reason === 'ENOTDIR') return await bytesInArchive(path, error)
    throw error instanceof HilumError ? error : readError(path, reason, error)
  }
}

async function bytesWhenever(path: string, name: string): Promise<Buffer> {
  const size = sizeOf(await stat(path), name)
  return await wholeFile(await openFar(path), size, (bytes) => Buffer.allocUnsafeSlow(bytes))
}

/** A disk that tells of a file sooner than this is none of a network, and awake. */
const NEAR_MILLISECONDS = 0.5

/** A small file that is near is there in a tenth of the time that four requests to another thread take. */
async function bytesSoon(path: string, name: string, allocate: AllocateBytes): Promise<Buffer> {
  const start = performance.now()
  const found = statSync(path)
  const isNear = performance.now() - start < NEAR_MILLISECONDS
  const size = sizeOf(found, name)
  const file = isNear ? openNear(path) : await openFar(path)
  return await wholeFile(file, size, allocate)
}

function sizeOf(found: Stats, name: string): number {
  // Opening a pipe would wait for whoever writes to it.
  if (!found.isFile()) throw notAFile(name, found.isDirectory())
  if (found.size > MAX_FILE_BYTES) throw tooLarge(name, found.size)
  return found.size
}

/** In one request, where `readFile` makes many of 512 kB each: a film of 12 MB takes a third of the time. */
async function wholeFile(file: OpenedFile, size: number, allocate: AllocateBytes): Promise<Buffer> {
  try {
    const bytes = allocate(size).subarray(0, size)
    let there = 0
    while (there < bytes.length) {
      const more = await file.fill(bytes, there)
      if (more === 0) break
      there += more
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
