// ITU-T T.81 F.2.2.5: the bits of an entropy-coded segment, highest first, stuffed zeros taken out.

// Beyond this the bits of a segment could not be counted in 32 of them; a film's are a twentieth of it.
const MOST_SEGMENT_BYTES = 2 ** 29 - 16

/** Zeros behind a segment, so that four bytes can be read at its end. */
const SPARE_BYTES = 8

/**
 * Segments are freed of their stuffing as a whole, up to the next marker, so that any bits are one shift away. Beyond
 * the end of a segment there are zeros without end.
 */
export class BitReader {
  /** Of the next bit within the segment. Loops that read much keep it to themselves and put it back. */
  bit = 0
  /** Of the marker at which the segment ends, or the end of the codestream. */
  position: number
  /** The bytes of the segment, for `bitsAt`. */
  readonly view: DataView
  private readonly codestream: Uint8Array
  private readonly segment: Uint8Array
  private segmentBytes = 0

  constructor(codestream: Uint8Array, position: number) {
    this.codestream = codestream
    this.position = position
    const longest = Math.min(Math.max(codestream.length - position, 0), MOST_SEGMENT_BYTES)
    this.segment = new Uint8Array(longest + SPARE_BYTES)
    this.view = new DataView(this.segment.buffer)
    this.takeSegment()
  }

  /** The last place for `bitsAt` that has anything but zeros. */
  get end(): number {
    return this.segmentBytes
  }

  /** Whether bits were handed out that the codestream does not have. */
  get overrun(): boolean {
    return this.bit > 8 * this.segmentBytes
  }

  /** The next `n` bits, 1 to 25, without taking them. */
  peek(n: number): number {
    return bitsAt(this.view, this.bit, this.segmentBytes) >>> (32 - n)
  }

  skip(n: number): void {
    this.bit += n
  }

  /** The next `n` bits, 0 to 16, as an unsigned number. */
  read(n: number): number {
    if (n === 0) return 0
    const value = this.peek(n)
    this.bit += n
    return value
  }

  /** F.2.2.1, RECEIVE and EXTEND: a signed number of `n` bits whose top bit is 0 where it is negative. */
  readSigned(n: number): number {
    return extended(this.read(n), n)
  }

  /** Drops what is left of the segment and takes the next, if a restart marker stands between. */
  restart(): void {
    const marker = this.codestream[this.position + 1] ?? 0
    if (marker >= 0xd0 && marker <= 0xd7) this.position += 2
    this.takeSegment()
  }

  private takeSegment(): void {
    const { codestream, segment } = this
    const most = segment.length - SPARE_BYTES
    let to = 0
    let from = this.position
    for (;;) {
      const found = codestream.indexOf(0xff, from)
      const stop = found < 0 ? codestream.length : found
      const count = Math.min(stop - from, most - to)
      segment.set(codestream.subarray(from, from + count), to)
      to += count
      from = stop
      // B.1.1.5: 0xFF and 0 stand for 0xFF; anything else is a marker, after which no more bits come.
      if (found < 0 || codestream[found + 1] !== 0 || to === most) break
      segment[to++] = 0xff
      from += 2
    }
    segment.fill(0, to, to + SPARE_BYTES)
    this.segmentBytes = to
    this.bit = 0
    this.position = markerFrom(codestream, from)
  }
}

/** 25 bits and more from `bit` on, at the top of a word of 32; `end` is the reader's. */
export function bitsAt(view: DataView, bit: number, end: number): number {
  const byte = bit >>> 3
  return view.getUint32(byte < end ? byte : end) << (bit & 7)
}

export function extended(value: number, bits: number): number {
  return value < 1 << (bits - 1) ? value - (1 << bits) + 1 : value
}

/** Where the 0xFF of the next marker stands, or the end. */
function markerFrom(codestream: Uint8Array, from: number): number {
  for (let at = codestream.indexOf(0xff, from); at >= 0; at = codestream.indexOf(0xff, at + 1)) {
    const next = codestream[at + 1] ?? 0
    if (next !== 0 && next !== 0xff) return at
  }
  return codestream.length
}
