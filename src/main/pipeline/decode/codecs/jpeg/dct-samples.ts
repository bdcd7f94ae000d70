import { HilumError } from '../../../../../shared/errors.ts'
import { ZIGZAG } from './block-decoders.ts'
import type { DctComponent, DctFrame } from './dct-components.ts'
import { inverseDct } from './inverse-dct.ts'

/** The samples of one component, at its own size and with the blocks that fill up the last MCU. */
export interface Plane {
  readonly samples: Uint16Array
  readonly stride: number
}

export function componentPlane(
  frame: DctFrame,
  component: DctComponent,
  divisors: Uint16Array | undefined,
): Plane {
  if (!divisors)
    throw new HilumError('DECODE_DAMAGED', 'its JPEG codestream does not hold the divisors it names')
  const natural = new Int32Array(64)
  divisors.forEach((divisor, k) => {
    natural[ZIGZAG[k]!] = divisor
  })
  const { storedBlockColumns, coefficients } = component
  const stride = storedBlockColumns * 8
  const blockRows = coefficients.length / (storedBlockColumns * 64)
  const samples = new Uint16Array(stride * blockRows * 8)
  const target = { samples, stride, precision: frame.precision, start: 0 }
  for (let block = 0; block < storedBlockColumns * blockRows; block++) {
    const row = Math.floor(block / storedBlockColumns)
    target.start = row * 8 * stride + (block - row * storedBlockColumns) * 8
    inverseDct(coefficients, block * 64, natural, target)
  }
  return { samples, stride }
}
