/** ISO/IEC 15444-1 B.10.1: the bits of a packet header, of which a byte after 0xFF has seven. */
export class HeaderBits {
  readonly #bytes: Uint8Array
  readonly #end: number
  #next: number
  #byte = 0
  #left = 0

  constructor(bytes: Uint8Array, from: number, end: number) {
    this.#bytes = bytes
    this.#next = from
    this.#end = end
  }

  bit(): number {
    if (this.#left === 0) {
      this.#left = this.#byte === 0xff ? 7 : 8
      // Beyond the end some of either kind, so that whatever waits for a bit goes on; `finish` says that it is over.
      this.#byte = this.#next < this.#end ? this.#bytes[this.#next]! : 0x7f
      this.#next++
    }
    this.#left--
    return (this.#byte >> this.#left) & 1
  }

  bits(count: number): number {
    let value = 0
    for (let i = 0; i < count; i++) value = 2 * value + this.bit()
    return value
  }

  /** Where the header ends, which is never a byte of 0xFF. Beyond `end` where there were not enough bits. */
  finish(): number {
    return this.#byte === 0xff ? this.#next + 1 : this.#next
  }
}
