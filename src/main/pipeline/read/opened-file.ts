import { closeSync, openSync, read, readSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { PART_BYTES } from '../near-part.ts'

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

/** At once; of a large file one half here and the other meanwhile by another thread, in two thirds of the time. */
export function openNear(path: string): OpenedFile {
  const descriptor = openSync(path, 'r')
  return {
    fill: (bytes, at) => {
      const length = bytes.length - at
      return length <= SMALL_BYTES
        ? readSync(descriptor, bytes, at, length, at)
        : fillFromBothEnds(descriptor, bytes, at)
    },
    close: () => {
      closeSync(descriptor)
    },
  }
}

/** A part that is there sooner lies in the system's memory, or nearly: nobody need wait for another thread. */
const SOON_MILLISECONDS = 0.5
/** One may be late because the core had other work. */
const MOST_LATE = 2

/** At once and a part at a time, which is still near when somebody looks at it; what is slow, by another thread. */
export function openInParts(path: string, soonMilliseconds = SOON_MILLISECONDS): OpenedFile {
  const descriptor = openSync(path, 'r')
  let lateInARow = 0
  return {
    fill: (bytes, at) => {
      const length = bytes.length - at
      if (lateInARow === MOST_LATE) return readElsewhere(descriptor, bytes, { at, length })
      const start = performance.now()
      const more = readSync(descriptor, bytes, at, Math.min(length, PART_BYTES), at)
      lateInARow = performance.now() - start < soonMilliseconds ? 0 : lateInARow + 1
      return more
    },
    close: () => {
      closeSync(descriptor)
    },
  }
}

async function fillFromBothEnds(descriptor: number, bytes: Buffer, at: number): Promise<number> {
  const half = Math.floor((bytes.length - at) / 2)
  const elsewhere = readElsewhere(descriptor, bytes, { at, length: half })
  let [first, second] = [0, 0]
  try {
    second = readSync(descriptor, bytes, at + half, bytes.length - at - half, at + half)
  } finally {
    // Nobody may close the file under the other thread, nor give the memory away.
    first = await elsewhere
  }
  return first < half ? first : first + second
}

function readElsewhere(
  descriptor: number,
  bytes: Buffer,
  { at, length }: { at: number; length: number },
): Promise<number> {
  return new Promise((resolve, reject) => {
    read(descriptor, bytes, at, length, at, (error, count) => {
      if (error) reject(error)
      else resolve(count)
    })
  })
}
