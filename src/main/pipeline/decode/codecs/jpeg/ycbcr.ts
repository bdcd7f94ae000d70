/** ITU-R BT.601 as JFIF uses it, at any depth: in place, R G B for Y CB CR. */
export function rgbFromYcbcr(samples: Uint16Array, precision: number): Uint16Array {
  const middle = 2 ** (precision - 1)
  const most = 2 ** precision - 1
  for (let i = 0; i < samples.length; i += 3) {
    const y = samples[i]!
    const cb = samples[i + 1]! - middle
    const cr = samples[i + 2]! - middle
    samples[i] = within(y + 1.402 * cr, most)
    samples[i + 1] = within(y - 0.344136286 * cb - 0.714136286 * cr, most)
    samples[i + 2] = within(y + 1.772 * cb, most)
  }
  return samples
}

function within(value: number, most: number): number {
  return Math.min(Math.max(Math.round(value), 0), most)
}
