import type { RgbSamples } from './rgb-samples.ts'

/** RGBA of 8 bits a sample, opaque. */
export function screenColours(rgb: RgbSamples): Uint8ClampedArray {
  const bytes = ofEightBits(rgb)
  const colours = new Uint8ClampedArray((bytes.length / 3) * 4)
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
    colours[to] = bytes[from]!
    colours[to + 1] = bytes[from + 1]!
    colours[to + 2] = bytes[from + 2]!
    colours[to + 3] = 255
  }
  return colours
}

function ofEightBits({ samples, bits }: RgbSamples): RgbSamples['samples'] | Uint8ClampedArray {
  if (bits === 8) return samples
  const scale = 255 / (2 ** bits - 1)
  const bytes = new Uint8ClampedArray(samples.length)
  for (let i = 0; i < samples.length; i++) bytes[i] = samples[i]! * scale
  return bytes
}
