import { closeSync, openSync, read, readSync } from 'node:fs'
import { open } from 'node:fs/promises'

/** A file on disk, until it is closed. */
export interface OpenedFile {
  /** Fills `bytes` from `at` on with what the file has there, and says how much that was. */
  fill(bytes: Buffer, at: number): number | Promise<number>
  close(): void | Promise<void>
}

/** By another thread, so that nobody waits for a sleeping disk or a slow network. */
export async function openFar(path: string): Promise<OpenedFile> {
  const file = await open(path)
  return {
    fill: async (bytes, at) => (await file.read(bytes, at, bytes.length - at, at)).bytesRead,
    close: () => file.close(),
  }
}

// So much is copied sooner than another thread is asked to.
const SMALL_BYTES = 2 ** 20

/** At once, but for the bytes of a large file, during which others may work. */
export function openNear(path: string): OpenedFile {
  const descriptor = openSync(path, 'r')
  return {
    fill: (bytes, at) => {
      const length = bytes.length - at
      if (length <= SMALL_BYTES) return readSync(descriptor, bytes, at, length, at)
      return new Promise((resolve, reject) => {
        read(descriptor, bytes, at, length, at, (error, count) => {
          if (error) reject(error)
          else resolve(count)
        })
      })
    },
    close: () => {
      closeSync(descriptor)
    },
  }
}
