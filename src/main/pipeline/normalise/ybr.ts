import type { RgbSamples } from './rgb-samples.ts'

/**
 * PS3.3 C.7.6.3.1.2, YBR_FULL (and YBR_FULL_422 once its chroma is brought to full size), solved for RGB:
 * Y = .2990 R + .5870 G + .1140 B, CB = -.1687 R - .3313 G + .5000 B + half, CR = .5000 R - .4187 G - .0813 B + half.
 */
export function rgbFromYbrFull({ samples, bits }: RgbSamples): RgbSamples {
  const half = 2 ** (bits - 1)
  return convert({ samples, bits }, (y, blueness, redness) => {
    const cb = blueness - half
    const cr = redness - half
    return [y + 1.402 * cr, y - 0.344136 * cb - 0.714136 * cr, y + 1.772 * cb]
  })
}

/**
 * PS3.3 C.7.6.3.1.2, YBR_PARTIAL_420 and its retired sibling: Y = .2568 R + .5041 G + .0979 B + 16 and so on, which is
 * luma on 16 to 235 and chroma on 16 to 240 of 8 bits.
 */
export function rgbFromYbrPartial({ samples, bits }: RgbSamples): RgbSamples {
  const unit = 2 ** (bits - 8)
  return convert({ samples, bits }, (luma, blueness, redness) => {
    const y = 1.164384 * (luma - 16 * unit)
    const cb = blueness - 128 * unit
    const cr = redness - 128 * unit
    return [y + 1.596027 * cr, y - 0.391762 * cb - 0.812968 * cr, y + 2.017232 * cb]
  })
}

type Conversion = (y: number, cb: number, cr: number) => readonly [red: number, green: number, blue: number]

function convert({ samples, bits }: RgbSamples, conversion: Conversion): RgbSamples {
  const most = 2 ** bits - 1
  const rgb = bits > 8 ? new Uint16Array(samples.length) : new Uint8Array(samples.length)
  for (let i = 0; i < samples.length; i += 3) {
    const [red, green, blue] = conversion(samples[i]!, samples[i + 1]!, samples[i + 2]!)
    rgb[i] = clamp(red, most)
    rgb[i + 1] = clamp(green, most)
    rgb[i + 2] = clamp(blue, most)
  }
  return { samples: rgb, bits }
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(Math.round(value), 0), most)
}
