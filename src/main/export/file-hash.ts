import { hash } from 'node:crypto'
import { HilumError } from '../../shared/errors.ts'
import { read } from '../pipeline/read.ts'

/** The SHA-256 of a file's bytes, also of one that holds no film; null where they can't be read. */
export async function fileHash(path: string): Promise<string | null> {
  try {
    return (await read(path)).sha256
  } catch (error) {
    if (!(error instanceof HilumError)) throw error
    return error.code === 'READ_EMPTY_FILE' ? hash('sha256', '', 'hex') : null
  }
}
