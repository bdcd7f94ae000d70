import type { RgbSamples } from './rgb-samples.ts'

/**
 * Luma by the weights of ITU-R BT.601, (299 R + 587 G + 114 B) / 1000, in the 16-bit fixed point of Pillow's
 * `convert('L')` (src/libImaging/Convert.c, L24), so that a colour film becomes the grey that the models saw.
 */
export function luma({ samples, bits }: RgbSamples): Uint8Array | Uint16Array {
  const count = samples.length / 3
  const plane = bits > 8 ? new Uint16Array(count) : new Uint8Array(count)
  for (let i = 0, from = 0; i < count; i++, from += 3) {
    // At 16 bits the sum stays below 2^32, so the unsigned shift is a floor.
    plane[i] =
      (samples[from]! * 19595 + samples[from + 1]! * 38470 + samples[from + 2]! * 7471 + 0x8000) >>> 16
  }
  return plane
}
