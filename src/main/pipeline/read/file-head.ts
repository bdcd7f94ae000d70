import { open } from 'node:fs/promises'

import { systemErrorCode } from '../../../shared/errors.ts'
import { HEAD_BYTES } from './film-candidate.ts'
import { readError } from './read-error.ts'

/** The first bytes of a file. */
export async function fileHead(path: string): Promise<Buffer> {
  try {
    const file = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(HEAD_BYTES), 0, HEAD_BYTES, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw readError(path, systemErrorCode(error), error)
  }
}
