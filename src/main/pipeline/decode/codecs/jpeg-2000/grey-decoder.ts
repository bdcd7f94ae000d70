import { instanceOf } from '../../../webassembly.ts'
import { CODE } from './assembly-code.ts'

/** What assembly/decoder.ts exports, and says of. Addresses are those of bytes in `memory`. */
export interface GreyDecoder {
  readonly memory: WebAssembly.Memory
  heap(): number
  lines(): number
  decodeBlock(
    ...coded: [from: number, columns: number, rows: number, kind: number, bitPlanes: number, passes: number]
  ): void
  placeBlock(...where: [at: number, pitch: number, columns: number, rows: number, step: number]): void
  clearBlock(...where: [at: number, pitch: number, columns: number, rows: number]): void
  setEnds(lower: number, upper: number, margin: number): void
  touchesEnd(...where: [at: number, pitch: number, columns: number, rows: number]): number
  setSamples(precision: number, isSigned: boolean, isReversible: boolean): void
  setOutput(at: number, pitch: number, bytesEach: number): void
  setBand(kind: number, at: number, pitch: number): void
  setResolution(left: number, top: number, columns: number, rows: number): void
  synthesise(lines: number, pitch: number): void
  copyPlane(at: number, pitch: number, columns: number, rows: number): void
}

const PAGE = 2 ** 16
// An instance's memory never shrinks, and the pictures of one device are of one size. A film of 12 megapixels takes less.
const MOST_BYTES_KEPT = 96 * 2 ** 20

let kept: GreyDecoder | undefined

/** What was decoded before may still be in its memory. */
export function greyDecoder(): GreyDecoder {
  const isKept = kept !== undefined && kept.memory.buffer.byteLength <= MOST_BYTES_KEPT
  kept = isKept ? kept! : (instanceOf(CODE) as unknown as GreyDecoder)
  return kept
}

/** Sees that its memory reaches to `end`. */
export function reserve({ memory }: GreyDecoder, end: number): void {
  const lacking = end - memory.buffer.byteLength
  if (lacking > 0) memory.grow(Math.ceil(lacking / PAGE))
}
