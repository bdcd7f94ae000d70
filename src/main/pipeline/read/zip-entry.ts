// One film inside an archive. Its stored bytes are read here and inflated in one go: yauzl's own streams take ten
// times as long for a film.

import { basename } from 'node:path'
import { constants, crc32, inflateRawSync } from 'node:zlib'

import { HilumError, systemErrorCode } from '../../../shared/errors.ts'
import { HEAD_BYTES } from './film-candidate.ts'
import { MAX_FILE_BYTES, readError, tooLarge } from './read-error.ts'
import type { ZipArchive, ZipEntry } from './zip-archive.ts'

// Films of one value compress best: about a thousandfold, but those are small. Beyond both limits it is no film.
const SUSPECT_BYTES = 64 * 2 ** 20
const SUSPECT_RATIO = 200

/** All bytes of one entry. */
export async function zipEntryBytes(archive: ZipArchive, name: string): Promise<Buffer> {
  const entry = entryOf(archive, name)
  refuseHostile(entry, basename(name))
  const bytes = inflated(entry, await storedBytes(archive, name, entry.compressedSize), basename(name))
  if (bytes.length !== entry.uncompressedSize) throw damagedEntry(basename(name), 'its length is wrong')
  if (crc32(bytes) !== entry.crc32) throw damagedEntry(basename(name), 'its check sum is wrong')
  return bytes
}

/** At least the first bytes of one entry, as many as come out of a few stored ones. */
export async function zipEntryHead(archive: ZipArchive, name: string): Promise<Buffer> {
  const entry = entryOf(archive, name)
  return inflated(entry, await storedBytes(archive, name, HEAD_BYTES), basename(name))
}

function entryOf(archive: ZipArchive, name: string): ZipEntry {
  const entry = archive.entries.get(name)
  if (entry === undefined) throw notInArchive(archive.path, name)
  if (entry.isEncrypted()) {
    throw new HilumError(
      'READ_DENIED',
      `${basename(name)} is encrypted in its archive; unpack the archive with its password and open the folder.`,
    )
  }
  return entry
}

async function storedBytes(archive: ZipArchive, name: string, most: number): Promise<Buffer> {
  try {
    return await archive.stored(name, most)
  } catch (error) {
    const reason = systemErrorCode(error)
    if (reason !== '') throw readError(archive.path, reason, error)
    throw damagedEntry(basename(name), 'its place there is wrong', error)
  }
}

const STORED = 0
const DEFLATED = 8

function inflated(entry: ZipEntry, stored: Buffer, name: string): Buffer {
  if (entry.compressionMethod === STORED) return stored
  if (entry.compressionMethod !== DEFLATED) {
    throw new HilumError(
      'READ_FAILED',
      `${name} is packed by method ${entry.compressionMethod}, which Hilum does not unpack; unpack the archive and open the folder.`,
    )
  }
  const isWhole = stored.length === entry.compressedSize
  // One chunk as long as the result saves putting it together from many; a size that deflate cannot reach from what
  // is stored (1032 to 1) is not believed.
  const length = Math.min(entry.uncompressedSize, stored.length * 1032)
  try {
    return inflateRawSync(stored, {
      chunkSize: isWhole ? Math.max(length, 64) : 16 * HEAD_BYTES,
      maxOutputLength: Math.max(entry.uncompressedSize, 1),
      finishFlush: isWhole ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    })
  } catch (error) {
    throw damagedEntry(name, 'its bytes cannot be unpacked', error)
  }
}

function refuseHostile({ uncompressedSize: size, compressedSize }: ZipEntry, name: string): void {
  if (size > MAX_FILE_BYTES) throw tooLarge(name, size)
  if (compressedSize > MAX_FILE_BYTES) throw tooLarge(name, compressedSize)
  if (size > SUSPECT_BYTES && size > compressedSize * SUSPECT_RATIO) {
    throw new HilumError(
      'READ_TOO_LARGE',
      `${name} would grow from ${compressedSize.toLocaleString('en')} to ${size.toLocaleString('en')} bytes, as no film does; it was left in its archive.`,
    )
  }
}

export function notInArchive(archive: string, entry: string): HilumError {
  return new HilumError(
    'READ_NOT_FOUND',
    `${basename(entry)} is not in ${basename(archive)}; check its name, large and small letters included.`,
  )
}

function damagedEntry(name: string, reason: string, cause?: unknown): HilumError {
  return new HilumError(
    'READ_FAILED',
    `${name} is damaged in its archive (${reason}); copy the archive again, or unpack it and open the folder.`,
    { cause },
  )
}
