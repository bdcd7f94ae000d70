import type { Palette, StoredPixels } from '../film.ts'
import type { RgbSamples } from './rgb-samples.ts'

/** PS3.3 C.7.6.3.1.5: values before the first entry take the first, values after the last take the last. */
export function paletteColours(indices: StoredPixels, palette: Palette): RgbSamples {
  const { firstMapped, bits, red, green, blue } = palette
  const last = red.length - 1
  const samples = bits === 16 ? new Uint16Array(indices.length * 3) : new Uint8Array(indices.length * 3)
  for (let i = 0, to = 0; i < indices.length; i++) {
    const entry = Math.min(Math.max(indices[i]! - firstMapped, 0), last)
    samples[to++] = red[entry]!
    samples[to++] = green[entry]!
    samples[to++] = blue[entry]!
  }
  return { samples, bits }
}
