// ITU-T T.81 F.2.2.5: the bits of an entropy-coded segment, highest first, stuffed zeros taken out.

export class BitReader {
  readonly bytes: Uint8Array
  /** Of the next byte to be taken in. */
  position: number
  // The bits that are taken in stand at the top of `window`.
  private window = 0
  private count = 0
  private invented = 0

  constructor(bytes: Uint8Array, position: number) {
    this.bytes = bytes
    this.position = position
  }

  /** Whether bits were handed out that the codestream does not have. */
  get overrun(): boolean {
    return this.invented > this.count
  }

  /** The next `n` bits, 1 to 16, without taking them. */
  peek(n: number): number {
    if (this.count < 16) this.fill()
    return this.window >>> (32 - n)
  }

  skip(n: number): void {
    this.window <<= n
    this.count -= n
  }

  /** The next `n` bits, 0 to 16, as an unsigned number. */
  read(n: number): number {
    if (n === 0) return 0
    const value = this.peek(n)
    this.skip(n)
    return value
  }

  /** F.2.2.1, RECEIVE and EXTEND: a signed number of `n` bits whose top bit is 0 where it is negative. */
  readSigned(n: number): number {
    const value = this.read(n)
    return value < 1 << (n - 1) ? value - (1 << n) + 1 : value
  }

  /** Drops what is left of the segment and passes the restart marker, if one follows. */
  restart(): void {
    this.window = 0
    this.count = 0
    this.invented = 0
    this.findMarker()
    const marker = this.bytes[this.position + 1] ?? 0
    if (marker >= 0xd0 && marker <= 0xd7) this.position += 2
  }

  /** Moves to the 0xFF of the next marker, or to the end. */
  findMarker(): void {
    const { bytes } = this
    while (this.position < bytes.length) {
      const next = bytes[this.position + 1] ?? 0
      if (bytes[this.position] === 0xff && next !== 0 && next !== 0xff) return
      this.position++
    }
  }

  // In local variables: this loop is where a decoder spends its time.
  private fill(): void {
    const { bytes } = this
    let { position, window, count } = this
    while (count <= 24) {
      let byte = position < bytes.length ? bytes[position]! : -1
      position++
      if (byte === 0xff) {
        // B.1.1.5: 0xFF and 0 stand for 0xFF; anything else is a marker, after which no more bits come.
        if (bytes[position] === 0) position++
        else byte = -1
      }
      if (byte < 0) {
        position--
        byte = 0
        this.invented += 8
      }
      window |= byte << (24 - count)
      count += 8
    }
    this.position = position
    this.window = window
    this.count = count
  }
}
