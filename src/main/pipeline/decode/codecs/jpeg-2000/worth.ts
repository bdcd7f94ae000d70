import type { Band } from './band.ts'
import type { Parameters } from './parameters.ts'

/**
 * What the lowest bit of a sub-band's samples is worth. Equation E-3 without the gain of the sub-band, which the wavelet
 * makes up for; of whole numbers it is 1.
 */
export function worthOf({ index }: Band, { size, style, quantisation }: Parameters): number {
  if (style.reversible) return 1
  const { exponent, mantissa } = quantisation.steps[index]!
  return 2 ** (size.precision - exponent) * (1 + mantissa / 2 ** 11)
}
