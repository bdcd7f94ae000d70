import { instanceOf } from '../webassembly.ts'
import type { RgbSamples } from './rgb-samples.ts'
import { CODE } from './ybr-full-code.ts'

type InPlace = (...told: [from: number, pixels: number, half: number, most: number]) => void

/** What assembly/ybr-full.ts exports, and says of. */
interface Kernel {
  readonly memory: WebAssembly.Memory
  heap(): number
  readonly rgb8: InPlace
  readonly rgb16: InPlace
}

/** What lies there at a time stays near the processor. Whole pixels, of either width. */
const BYTES_AT_ONCE = 6 * 2 ** 13

let made: Kernel | undefined

/**
 * PS3.3 C.7.6.3.1.2, YBR_FULL (and YBR_FULL_422 once its chroma is brought to full size), solved for RGB:
 * Y = .2990 R + .5870 G + .1140 B, CB = -.1687 R - .3313 G + .5000 B + half, CR = .5000 R - .4187 G - .0813 B + half.
 * It is reckoned as libjpeg does, so that a JPEG has the colours that other programs show.
 */
export function rgbFromYbrFull({ samples, bits }: RgbSamples): RgbSamples {
  const kernel = (made ??= loaded())
  const from = kernel.heap()
  const there = new Uint8Array(kernel.memory.buffer)
  const convert = bits > 8 ? kernel.rgb16 : kernel.rgb8
  const rgb = bits > 8 ? new Uint16Array(samples) : new Uint8Array(samples)
  const bytes = new Uint8Array(rgb.buffer)
  const pixelBytes = 3 * rgb.BYTES_PER_ELEMENT
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE) {
    const part = bytes.subarray(at, at + BYTES_AT_ONCE)
    there.set(part, from)
    convert(from, part.length / pixelBytes, 2 ** (bits - 1), 2 ** bits - 1)
    part.set(there.subarray(from, from + part.length))
  }
  return { samples: rgb, bits }
}

function loaded(): Kernel {
  const kernel = instanceOf(CODE) as unknown as Kernel
  kernel.memory.grow(1)
  return kernel
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
    rgb[i] = within(Math.round(red), most)
    rgb[i + 1] = within(Math.round(green), most)
    rgb[i + 2] = within(Math.round(blue), most)
  }
  return { samples: rgb, bits }
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most)
}
