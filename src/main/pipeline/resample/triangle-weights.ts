/** For each output position: where its input starts, how many inputs count, and their weights (`widest` apart). */
export interface Weights {
  readonly starts: Int32Array
  readonly counts: Int32Array
  readonly weights: Float64Array
  readonly widest: number
}

/**
 * Pillow's `precompute_coeffs` (src/libImaging/Resample.c) for its bilinear filter: a triangle one input wide on
 * either side, stretched by the scale when the picture shrinks. Pixel centres lie at + 0.5; the box is in single
 * precision there, so it is here.
 */
export function triangleWeights(inputs: number, box: readonly [number, number], outputs: number): Weights {
  const from = Math.fround(box[0])
  const scale = Math.fround(Math.fround(box[1]) - from) / outputs
  const support = Math.max(scale, 1)
  const slope = 1 / support
  const widest = Math.ceil(support) * 2 + 1
  const starts = new Int32Array(outputs)
  const counts = new Int32Array(outputs)
  const weights = new Float64Array(outputs * widest)
  for (let output = 0; output < outputs; output++) {
    const centre = from + (output + 0.5) * scale
    const start = Math.max(Math.trunc(centre - support + 0.5), 0)
    const end = Math.min(Math.trunc(centre + support + 0.5), inputs)
    starts[output] = start
    counts[output] = end - start
    const at = output * widest
    let total = 0
    for (let i = 0; i < end - start; i++) {
      const weight = Math.max(1 - Math.abs((i + start - centre + 0.5) * slope), 0)
      weights[at + i] = weight
      total += weight
    }
    if (total !== 0) for (let i = 0; i < end - start; i++) weights[at + i]! /= total
  }
  return { starts, counts, weights, widest }
}

/** Where the input of an output position ends. */
export function endOf({ starts, counts }: Weights, output: number): number {
  return starts[output]! + counts[output]!
}
