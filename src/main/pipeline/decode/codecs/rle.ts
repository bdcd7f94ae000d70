// PS3.5 annex G: PackBits by byte plane.

import { HilumError } from '../../../../shared/errors.ts'
import type { AllocateBytes } from '../../film.ts'

export interface RleShape {
  readonly pixels: number
  readonly samplesPerPixel: number
  readonly bytesPerSample: number
}

export interface RleFrame {
  /** Native pixel data, little endian and interleaved. */
  readonly bytes: Buffer
  /** Pixels of which all planes are there; those after them are 0. */
  readonly there: number
}

export function decodeRle(
  codestream: Buffer,
  { pixels, samplesPerPixel, bytesPerSample }: RleShape,
  allocate: AllocateBytes,
): RleFrame {
  const planes = samplesPerPixel * bytesPerSample
  const bytes = allocate(pixels * planes).subarray(0, pixels * planes)
  const filled = segmentsOf(codestream, planes).map((segment, plane) => {
    // G.2: the planes of a sample come with the most significant byte first.
    const sample = Math.floor(plane / bytesPerSample)
    const byte = bytesPerSample - 1 - (plane % bytesPerSample)
    return unpack(segment, bytes, { first: sample * bytesPerSample + byte, stride: planes })
  })
  const there = Math.min(...filled)
  // Half of a value's bytes are another value.
  bytes.fill(0, there * planes)
  return { bytes, there }
}

// G.5: a header of 16 words, the number of segments and where each starts.
function segmentsOf(codestream: Buffer, planes: number): Buffer[] {
  if (codestream.length < 64) throw new HilumError('DECODE_TRUNCATED', 'the RLE header ends early')
  const count = codestream.readUInt32LE(0)
  if (count !== planes) {
    throw new HilumError(
      'DECODE_DAMAGED',
      `the RLE header names ${count} segments where the picture has ${planes}`,
    )
  }
  const starts = Array.from({ length: count }, (_, i) => codestream.readUInt32LE(4 + 4 * i))
  return starts.map((start, i) => codestream.subarray(start, starts[i + 1] ?? codestream.length))
}

// G.3.1. Trailing bytes are padding. Says how many bytes of the plane the segment holds.
function unpack(segment: Buffer, out: Buffer, { first, stride }: { first: number; stride: number }): number {
  const end = out.length
  let to = first
  let from = 0
  while (to < end && from + 1 < segment.length) {
    const control = segment[from++]!
    if (control < 128) {
      const last = Math.min(from + control + 1, segment.length)
      for (; from < last && to < end; to += stride) out[to] = segment[from++]!
    } else if (control > 128) {
      const value = segment[from++]!
      for (let run = 257 - control; run > 0 && to < end; run--, to += stride) out[to] = value
    }
  }
  return Math.ceil((Math.min(to, end + first) - first) / stride)
}
