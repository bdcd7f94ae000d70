/**
 * ITU-R BT.601 as JFIF uses it, R = Y + 1.402 CR and so on, in place and at any depth: in the 16-bit fixed point of
 * libjpeg's jdcolor.c, so that the colours are the same as there.
 */
export function rgbFromYcbcr<Samples extends Uint8Array | Uint16Array>(
  samples: Samples,
  precision: number,
): Samples {
  const middle = 2 ** (precision - 1)
  const most = 2 ** precision - 1
  for (let i = 0; i < samples.length; i += 3) {
    const y = samples[i]!
    const cb = samples[i + 1]! - middle
    const cr = samples[i + 2]! - middle
    samples[i] = within(y + ((91_881 * cr + 0x8000) >> 16), most)
    samples[i + 1] = within(y + ((-22_554 * cb - 46_802 * cr + 0x8000) >> 16), most)
    samples[i + 2] = within(y + ((116_130 * cb + 0x8000) >> 16), most)
  }
  return samples
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most)
}
