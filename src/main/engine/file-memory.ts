import type { AllocateBytes } from '../pipeline/film.ts'

export interface FileMemory {
  /** Bytes for a file of this size. What they held before is still in them. */
  readonly take: AllocateBytes
  /** Once nobody reads the file's bytes any more, nor pixels that are those bytes. */
  giveBack(bytes: Buffer): void
}

// The file of a small film has 60 kB, its pixels 300; fresh memory for both takes a fifth of its time.
const LEAST_BYTES = 2 ** 14
const MOST_BYTES = 64 * 2 ** 20
// The file and the pixels of the film that is scored, and of the one that is opened meanwhile.
const MOST_FREE = 4
const MOST_FREE_BYTES = 3 * MOST_BYTES
/** So much larger than the file may its memory be: the files of one device are of one size, or nearly. */
const ROOM = 1.25
const ROOM_BYTES = 2 ** 17
/** Files are of many sizes; memory is made so much larger, in these steps, so that one fits the next. */
const SPARE = 1.125
const STEP_BYTES = 2 ** 16

/**
 * The same memory for the files of films that are scored one after the other. The system hands out fresh memory page by
 * page, which takes longer than to fill it, and each few megabytes of it make the garbage collector go through all.
 */
export function createFileMemory(): FileMemory {
  const free: Buffer[] = []

  return {
    take: (size) => {
      if (size < LEAST_BYTES || size > MOST_BYTES) return Buffer.allocUnsafeSlow(size)
      const [smallest] = free
        .filter(({ length }) => fits(size, length))
        .toSorted((a, b) => a.length - b.length)
      if (smallest === undefined) return Buffer.allocUnsafeSlow(roomy(size))
      free.splice(free.indexOf(smallest), 1)
      return smallest
    },
    giveBack: (bytes) => {
      if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) return
      free.push(bytes)
      while (free.length > MOST_FREE || total(free) > MOST_FREE_BYTES) free.shift()
    },
  }
}

/** What is never written to takes no memory: the system gives a page when it is first touched. */
function roomy(size: number): number {
  return Math.min(Math.ceil((size * SPARE) / STEP_BYTES) * STEP_BYTES, MOST_BYTES)
}

function total(buffers: readonly Buffer[]): number {
  return buffers.reduce((sum, { length }) => sum + length, 0)
}

function fits(size: number, length: number): boolean {
  return length >= size && length <= ROOM * size + ROOM_BYTES
}
