import { instanceOf } from '../webassembly.ts'
import { CODE } from './kernel-code.ts'

type Fold = (
  ...told: [
    values: number,
    stride: number,
    rows: number,
    columns: number,
    weights: number,
    first: number,
    second: number,
  ]
) => void

type Squeeze = (
  ...told: [line: number, starts: number, weights: number, taps: number, outputs: number, to: number]
) => void

/** What kernel.wat exports, and says of. */
export interface Kernel {
  readonly memory: WebAssembly.Memory
  readonly fold8: Fold
  readonly fold16: Fold
  readonly squeeze: Squeeze
}

const PAGE = 2 ** 16

let made: Kernel | undefined

/** With memory for at least so many bytes: the same for every film, left as the last one filled it. */
export function kernel(bytes: number): Kernel {
  made ??= instanceOf(CODE) as unknown as Kernel
  const lacking = Math.ceil((bytes - made.memory.buffer.byteLength) / PAGE)
  if (lacking > 0) made.memory.grow(lacking)
  return made
}
