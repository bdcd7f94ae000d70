import { instanceOf } from '../../../webassembly.ts'
import { CODE } from './assembly-code.ts'
import type { SequentialScan } from './sequential-scan.ts'

/** What assembly/decoder.ts exports, and says of. Addresses are those of bytes in `memory`. */
export interface GreyDecoder {
  readonly memory: WebAssembly.Memory
  given(): number
  heap(): number
  setDivisors(): void
  setDcTable(): number
  setAcTable(): number
  takeSegment(from: number, end: number, top: number): number
  segmentEnd(): number
  drawSegment(
    ...where: [first: number, end: number, across: number, plane: number, top: number, length: number]
  ): number
}

const PAGE = 2 ** 16
// An instance's memory never shrinks, and the pictures of one device are of one size.
const MOST_BYTES_KEPT = 32 * 2 ** 20

let kept: GreyDecoder | undefined
/** The tables that are set: the films of one source have them in common, and to set them takes a tenth of a film's time. */
let dcTable: Buffer | undefined
let acTable: Buffer | undefined

/** With so many bytes behind its own. What was decoded before may still be in them. */
export function greyDecoder(bytes: number): GreyDecoder {
  const decoder = kept !== undefined && kept.memory.buffer.byteLength <= MOST_BYTES_KEPT ? kept : fresh()
  kept = decoder
  const lacking = decoder.heap() + bytes - decoder.memory.buffer.byteLength
  if (lacking > 0) decoder.memory.grow(Math.ceil(lacking / PAGE))
  return decoder
}

function fresh(): GreyDecoder {
  dcTable = undefined
  acTable = undefined
  return instanceOf(CODE) as unknown as GreyDecoder
}

/** False where a table is impossible. */
export function setTables(decoder: GreyDecoder, scan: SequentialScan): boolean {
  give(decoder, scan.divisors)
  decoder.setDivisors()
  if (dcTable === undefined || !dcTable.equals(scan.dcTable)) {
    dcTable = undefined
    give(decoder, scan.dcTable)
    if (decoder.setDcTable() === 0) return false
    dcTable = Buffer.from(scan.dcTable)
  }
  if (acTable === undefined || !acTable.equals(scan.acTable)) {
    acTable = undefined
    give(decoder, scan.acTable)
    if (decoder.setAcTable() === 0) return false
    acTable = Buffer.from(scan.acTable)
  }
  return true
}

function give(decoder: GreyDecoder, bytes: Buffer): void {
  new Uint8Array(decoder.memory.buffer).set(bytes, decoder.given())
}
