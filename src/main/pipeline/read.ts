import { hash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'

import { HilumError, systemErrorCode } from '../../shared/errors.ts'
import type { FilmFile } from './film.ts'
import { MAX_FILE_BYTES, readError, tooLarge } from './read/read-error.ts'

/** The bytes of one file on disk. */
export async function read(path: string): Promise<FilmFile> {
  const name = basename(path)
  const bytes = await bytesOf(path, name)
  if (bytes.length === 0) {
    throw new HilumError('READ_EMPTY_FILE', `${name} is empty (0 bytes); copy it again from its source.`)
  }
  return { path, name, bytes, sha256: hash('sha256', bytes, 'hex') }
}

async function bytesOf(path: string, name: string): Promise<Buffer> {
  try {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      if (size > MAX_FILE_BYTES) throw tooLarge(name, size)
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof HilumError) throw error
    throw readError(path, systemErrorCode(error), error)
  }
}
