import type { RgbSamples } from './rgb-samples.ts'

/** RGBA of 8 bits a sample, opaque. */
export function screenColours({ samples, bits }: RgbSamples): Uint8ClampedArray {
  const scale = 255 / (2 ** bits - 1)
  const colours = new Uint8ClampedArray((samples.length / 3) * 4)
  for (let from = 0, to = 0; from < samples.length; from += 3, to += 4) {
    colours[to] = samples[from]! * scale
    colours[to + 1] = samples[from + 1]! * scale
    colours[to + 2] = samples[from + 2]! * scale
    colours[to + 3] = 255
  }
  return colours
}
