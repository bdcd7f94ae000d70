import type { Halving } from '../film.ts'
import type { Weights } from './triangle-weights.ts'

/**
 * What one sample of a halved picture adds to those around its place when the picture is made whole again without its
 * detail: the low-pass filters of the synthesis, ITU-T T.800 F.3.8 and Daubechies' and Feauveau's 9/7, from the middle on.
 */
const SYNTHESIS: Readonly<Record<Halving['wavelet'], readonly number[]>> = {
  '5/3': [1, 0.5],
  '9/7': [1.115087052457, 0.591271763114, -0.057543526228, -0.091271763114],
}

/**
 * The weights of a halved picture's samples that give what `weights` give of the whole picture, as far as it lies in
 * them: the detail, which only a picture that shrinks to less than half can spare, is taken for 0.
 */
export function halvedWeights(weights: Weights, inputs: number, wavelet: Halving['wavelet']): Weights {
  const filter = SYNTHESIS[wavelet]
  const reach = filter.length - 1
  const outputs = weights.starts.length
  const last = Math.ceil(inputs / 2) - 1
  const widest = Math.ceil((weights.widest + 2 * reach) / 2) + 1
  const halved = {
    starts: new Int32Array(outputs),
    counts: new Int32Array(outputs),
    weights: new Float64Array(outputs * widest),
    widest,
  }
  for (let output = 0; output < outputs; output++) {
    const start = weights.starts[output]!
    const end = start + weights.counts[output]!
    const first = Math.max(Math.ceil((start - reach) / 2), 0)
    halved.starts[output] = first
    halved.counts[output] = Math.min(Math.floor((end - 1 + reach) / 2), last) - first + 1
    for (let place = start; place < end; place++) {
      const weight = weights.weights[output * weights.widest + place - start]!
      for (let i = Math.ceil((place - reach) / 2); 2 * i <= place + reach; i++) {
        const sample = mirrored(2 * i, inputs) / 2 - first
        halved.weights[output * widest + sample]! += weight * filter[Math.abs(place - 2 * i)]!
      }
    }
  }
  return halved
}

/** T.800 F.3.7: beyond its ends a signal goes on as seen in a mirror that stands on its last sample. */
function mirrored(place: number, length: number): number {
  const inside = Math.abs(place)
  return inside < length ? inside : 2 * (length - 1) - inside
}
