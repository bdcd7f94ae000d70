import { createHash, type Hash } from 'node:crypto'
import { statSync, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'

import { HilumError, systemErrorCode } from '../../shared/errors.ts'
import type { AllocateBytes, FilmFile } from './film.ts'
import { PART_BYTES } from './near-part.ts'
import { ownBytes } from './own-bytes.ts'
import { openFar, openInParts, openNear, type OpenedFile } from './read/opened-file.ts'
import { MAX_FILE_BYTES, notAFile, readError, tooLarge } from './read/read-error.ts'
import { zipAddress } from './read/zip-address.ts'
import { withZip } from './read/zip-archive.ts'
import { zipEntryBytes } from './read/zip-entry.ts'

export interface ReadNeeds {
  /** Memory for the bytes. Who brings it has a process of its own, and may wait for a disk. */
  readonly allocate?: AllocateBytes | undefined
  /** Whether `sha256` will surely be asked for: then it is made while the bytes are near, in a fifth less time. */
  readonly hashed?: boolean
}

/** The bytes of one file on disk, or in a ZIP archive by an address such as `export.zip/DICOM/IM1`. */
export async function read(path: string, { allocate, hashed = false }: ReadNeeds = {}): Promise<FilmFile> {
  const name = basename(path)
  const parts = hashed ? hashOfParts() : null
  const bytes = await bytesOf(path, name, { allocate, look: parts?.add })
  if (bytes.length === 0) {
    throw new HilumError('READ_EMPTY_FILE', `${name} is empty (0 bytes); copy it again from its source.`)
  }
  let sha256 = parts?.ofAll(bytes.length)
  const own = ownBytes(bytes)
  return {
    path,
    name,
    bytes,
    turnInPlace: own.turnInPlace,
    ...(allocate && { allocate }),
    get sha256() {
      return (sha256 ??= own.sha256())
    },
  }
}

function hashOfParts() {
  let running: Hash | undefined
  let bytes = 0
  return {
    add: (part: Buffer) => {
      running ??= createHash('sha256')
      running.update(part)
      bytes += part.length
    },
    /** Undefined where not all were added: not every file comes in parts. */
    ofAll: (length: number) => (bytes === length ? running?.digest('hex') : undefined),
  }
}

interface BytesNeeds extends Pick<ReadNeeds, 'allocate'> {
  /** Shown each part of the file as soon as it is there. */
  readonly look?: ((part: Buffer) => void) | undefined
}

async function bytesOf(path: string, name: string, { allocate, look }: BytesNeeds): Promise<Buffer> {
  try {
    return allocate
      ? await bytesSoon(path, name, { allocate, look })
      : await bytesWhenever(path, name, { look })
  } catch (error) {
    const reason = systemErrorCode(error)
    // A path that goes on behind a file is ENOTDIR on Linux and macOS, ENOENT on Windows.
    if (reason === 'ENOENT' || reason === 'ENOTDIR') return await bytesInArchive(path, error)
    throw error instanceof HilumError ? error : readError(path, reason, error)
  }
}

async function bytesWhenever(path: string, name: string, { look }: BytesNeeds): Promise<Buffer> {
  const size = sizeOf(await stat(path), name)
  return await wholeFile(await openFar(path), Buffer.allocUnsafeSlow(size), look)
}

/** A disk that tells of a file sooner than this is none of a network, and awake. */
const NEAR_MILLISECONDS = 0.5

/** A small file that is near is there in a tenth of the time that four requests to another thread take. */
async function bytesSoon(
  path: string,
  name: string,
  { allocate, look }: BytesNeeds & { readonly allocate: AllocateBytes },
): Promise<Buffer> {
  const start = performance.now()
  const found = statSync(path)
  const isNear = performance.now() - start < NEAR_MILLISECONDS
  const size = sizeOf(found, name)
  // A small file is there at once as a whole, and is as near.
  const isInParts = look !== undefined && size > PART_BYTES
  const near = isInParts ? openInParts : openNear
  const file = isNear ? near(path) : await openFar(path)
  return await wholeFile(file, allocate(size).subarray(0, size), isInParts ? look : undefined)
}

function sizeOf(found: Stats, name: string): number {
  // Opening a pipe would wait for whoever writes to it.
  if (!found.isFile()) throw notAFile(name, found.isDirectory())
  if (found.size > MAX_FILE_BYTES) throw tooLarge(name, found.size)
  return found.size
}

/** Fills the bytes, where `readFile` makes requests of 512 kB each: a film of 12 MB takes a third of the time. */
async function wholeFile(file: OpenedFile, bytes: Buffer, look?: BytesNeeds['look']): Promise<Buffer> {
  try {
    let there = 0
    while (there < bytes.length) {
      const filling = file.fill(bytes, there)
      const more = typeof filling === 'number' ? filling : await filling
      if (more === 0) break
      look?.(bytes.subarray(there, there + more))
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
