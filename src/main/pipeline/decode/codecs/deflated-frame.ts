import { inflateRawSync } from 'node:zlib'
import { HilumError, systemErrorCode } from '../../../../shared/errors.ts'

/** PS3.5 A.4.11: a frame of native pixel data, deflated by itself; `bytes` is how long it must come out. */
export function inflateFrame(codestream: Buffer, bytes: number): Buffer {
  try {
    // PS3.5 8.2.16: an odd length is padded, so up to one byte more may come out.
    return inflateRawSync(codestream, { maxOutputLength: bytes + 1 })
  } catch (cause) {
    const what =
      systemErrorCode(cause) === 'ERR_BUFFER_TOO_LARGE' ? 'is longer than its header says' : 'is damaged'
    throw new HilumError('DECODE_DAMAGED', `its deflated picture ${what}`, { cause })
  }
}
