import type { StoredPixels } from './film.ts'
import { instanceOf } from './webassembly.ts'
import { CODE } from './value-range/extremes-code.ts'
import { valueBounds } from './value-range/value-bounds.ts'

type Extremes = (...told: [values: number, bytes: number, flip: number]) => void

/** What extremes.wat exports, and says of. */
interface Kernel {
  readonly memory: WebAssembly.Memory
  readonly extremes8: Extremes
  readonly extremes16: Extremes
}

/** So many bytes are looked at by one: both vectors. */
const VECTOR = 16
const VALUES = 2 * VECTOR

/** What lies there at a time stays in the processor's nearest memory but one. */
const MOST_BYTES = 2 ** 16

let made: Kernel | undefined

export interface ValueRange {
  readonly min: number
  readonly max: number
}

const known = new WeakMap<StoredPixels, ValueRange>()

/**
 * The smallest and the largest of values of 8 or 16 bits, padding included: a table over them covers every pixel. Both
 * who decodes a film and who shows it ask for them, and its pixels stay what they are.
 */
export function valueRange(pixels: StoredPixels): ValueRange {
  const range = known.get(pixels) ?? rangeOf(pixels)
  known.set(pixels, range)
  return range
}

function rangeOf(pixels: StoredPixels): ValueRange {
  const whole = pixels.length - (pixels.length % (VECTOR / pixels.BYTES_PER_ELEMENT))
  let { min, max } = rangeOfVectors(pixels.subarray(0, whole))
  for (const value of pixels.subarray(whole)) {
    min = Math.min(min, value)
    max = Math.max(max, value)
  }
  return { min, max }
}

/** Of whole vectors; of none, the ends of the type the wrong way round. */
function rangeOfVectors(pixels: StoredPixels): ValueRange {
  const { memory, extremes8, extremes16 } = (made ??= instanceOf(CODE) as unknown as Kernel)
  const isByte = pixels.BYTES_PER_ELEMENT === 1
  const { first } = valueBounds(pixels)
  const bytes = new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.byteLength)
  const there = new Uint8Array(memory.buffer)
  there.fill(0xff, 0, VECTOR)
  there.fill(0, VECTOR, VALUES)
  for (let from = 0; from < bytes.length; from += MOST_BYTES) {
    const part = bytes.subarray(from, from + MOST_BYTES)
    there.set(part, VALUES)
    if (isByte) extremes8(VALUES, part.length, first === 0 ? 0 : 0x80808080)
    else extremes16(VALUES, part.length, first === 0 ? 0 : 0x80008000)
  }
  const cells = isByte ? there : new Uint16Array(memory.buffer)
  const lanes = VECTOR / pixels.BYTES_PER_ELEMENT
  return {
    min: Math.min(...cells.subarray(0, lanes)) + first,
    max: Math.max(...cells.subarray(lanes, 2 * lanes)) + first,
  }
}
