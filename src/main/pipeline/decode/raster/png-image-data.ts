import { inflateSync } from 'node:zlib'

import { inflate } from './inflate.ts'
import { pngChunks, type PngHeader } from './png-header.ts'

/**
 * The inflated data of all IDAT chunks, each row behind the byte of its filter, in memory that the next film's may be
 * written over; null unless they are whole.
 */
export function pngImageData(bytes: Buffer, { rows, columns }: PngHeader): Uint8Array | null {
  const expected = rows * (1 + columns)
  const pieces: Buffer[] = []
  for (const { type, start, end } of pngChunks(bytes))
    if (type === 'IDAT') pieces.push(bytes.subarray(start, end))
  return inflate(pieces, expected) ?? inflatedByZlib(pieces, expected)
}

/** What our own passes over, and all that is not sound, which zlib is to judge. */
function inflatedByZlib(pieces: readonly Buffer[], expected: number): Uint8Array | null {
  const [only] = pieces
  const deflated = only !== undefined && pieces.length === 1 ? only : Buffer.concat(pieces)
  try {
    // One chunk as long as the result saves putting it together from many.
    const data = inflateSync(deflated, { chunkSize: Math.max(expected, 64), maxOutputLength: expected })
    return data.length === expected ? data : null
  } catch {
    // Cut short, damaged, or more than the header says: sharp saves what is there and the film says so.
    return null
  }
}
