// PS3.5 annex G: PackBits by byte plane.

import { HilumError } from '../../../../shared/errors.ts'

export interface RleShape {
  readonly pixels: number
  readonly samplesPerPixel: number
  readonly bytesPerSample: number
}

/** The frame as native pixel data, little endian and interleaved. */
export function decodeRle(codestream: Buffer, { pixels, samplesPerPixel, bytesPerSample }: RleShape): Buffer {
  const planes = samplesPerPixel * bytesPerSample
  const segments = segmentsOf(codestream, planes)
  const stride = planes
  const out = Buffer.alloc(pixels * stride)
  segments.forEach((segment, plane) => {
    // G.2: the planes of a sample come with the most significant byte first.
    const sample = Math.floor(plane / bytesPerSample)
    const byte = bytesPerSample - 1 - (plane % bytesPerSample)
    unpack(segment, out, { first: sample * bytesPerSample + byte, stride, count: pixels })
  })
  return out
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

// G.3.1. Trailing bytes are padding; a segment that ends before its plane is full is damage.
function unpack(segment: Buffer, out: Buffer, place: { first: number; stride: number; count: number }): void {
  const { first, stride } = place
  const end = first + place.count * stride
  let to = first
  let from = 0
  while (to < end) {
    const control = segment[from++]
    if (control === undefined)
      throw new HilumError('DECODE_TRUNCATED', 'an RLE segment ends before its plane is full')
    if (control < 128) {
      const last = Math.min(from + control + 1, segment.length)
      for (; from < last && to < end; to += stride) out[to] = segment[from++] ?? 0
    } else if (control > 128) {
      const value = segment[from++] ?? 0
      for (let run = 257 - control; run > 0 && to < end; run--, to += stride) out[to] = value
    }
  }
}
