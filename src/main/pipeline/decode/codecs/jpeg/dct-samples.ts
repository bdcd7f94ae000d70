import { HilumError } from '../../../../../shared/errors.ts'
import type { DctComponent, DctFrame } from './dct-components.ts'
import { inverseDct, type BlockTarget } from './inverse-dct.ts'
import { ZIGZAG } from './zigzag.ts'

/** Where the first block of a component is drawn. */
export function firstBlock({ precision }: DctFrame, component: DctComponent): BlockTarget {
  return { samples: component.samples, stride: component.storedBlockColumns * 8, precision, start: 0 }
}

/** Draws all blocks of a progressive component, whose coefficients the last scan has made whole. */
export function drawComponent(frame: DctFrame, component: DctComponent, divisors: Uint16Array): void {
  const natural = new Int32Array(64)
  divisors.forEach((divisor, k) => {
    natural[ZIGZAG[k]!] = divisor
  })
  const { storedBlockColumns, storedBlockRows, coefficients } = component
  const target = firstBlock(frame, component)
  for (let row = 0, block = 0; row < storedBlockRows; row++) {
    for (let column = 0; column < storedBlockColumns; column++, block++) {
      target.start = row * 8 * target.stride + column * 8
      inverseDct(coefficients, block * 64, natural, target)
    }
  }
}

export function divisorsOf(quantisation: readonly (Uint16Array | undefined)[], table: number): Uint16Array {
  const divisors = quantisation[table]
  if (divisors) return divisors
  throw new HilumError('DECODE_DAMAGED', 'its JPEG codestream does not hold the divisors it names')
}
