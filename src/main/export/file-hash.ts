import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { systemErrorCode } from '../../shared/errors.ts'

/** The SHA-256 of a file's bytes, or null where they can't be read. */
export async function fileHash(path: string): Promise<string | null> {
  try {
    return await hashOf(path)
  } catch (error) {
    if (systemErrorCode(error) === '') throw error
    return null
  }
}

async function hashOf(path: string): Promise<string | null> {
  const file = await open(path, 'r')
  try {
    // A pipe or a device has no end, and its bytes are gone once read.
    if (!(await file.stat()).isFile()) return null
    const hash = createHash('sha256')
    for await (const chunk of file.createReadStream({ autoClose: false })) hash.update(chunk as Buffer)
    return hash.digest('hex')
  } finally {
    await file.close()
  }
}
