import type { AllocateBytes } from '../pipeline/film.ts'

export interface FileMemory {
  /** Bytes for a file of this size. What they held before is still in them. */
  readonly take: AllocateBytes
  /** Once nobody reads the file's bytes any more, nor pixels that are those bytes. */
  giveBack(bytes: Buffer): void
}

// The pixels of a small film have 300 kB, and fresh memory for them takes a fifth of its time.
const LEAST_BYTES = 2 ** 17
const MOST_BYTES = 64 * 2 ** 20
// Of the film that is scored, the one that is opened meanwhile, and one to spare.
const MOST_FREE = 3
/** So much larger than the file may its memory be: the files of one device are of one size, or nearly. */
const ROOM = 1.25
const ROOM_BYTES = 2 ** 18

/**
 * The same memory for the files of films that are scored one after the other. The system hands out fresh memory page by
 * page, which takes longer than to fill it, and each few megabytes of it make the garbage collector go through all.
 */
export function createFileMemory(): FileMemory {
  const free: Buffer[] = []

  return {
    take: (size) => {
      if (size < LEAST_BYTES || size > MOST_BYTES) return Buffer.allocUnsafeSlow(size)
      const place = free.findIndex(({ length }) => length >= size && length <= ROOM * size + ROOM_BYTES)
      const [found = Buffer.allocUnsafeSlow(size)] = place < 0 ? [] : free.splice(place, 1)
      return found
    },
    giveBack: (bytes) => {
      if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) return
      free.push(bytes)
      if (free.length > MOST_FREE) free.shift()
    },
  }
}
