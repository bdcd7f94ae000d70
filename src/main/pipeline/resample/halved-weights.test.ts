import assert from 'node:assert/strict'
import { test } from 'node:test'
import { halvedWeights } from './halved-weights.ts'
import { triangleWeights, type Weights } from './triangle-weights.ts'

function sums({ starts, counts, weights, widest }: Weights, signal: readonly number[]): number[] {
  return Array.from(starts, (start, output) => {
    const own = weights.subarray(output * widest, output * widest + counts[output]!)
    return own.reduce((sum, weight, i) => sum + weight * signal[start + i]!, 0)
  })
}

const close = (actual: readonly number[], expected: readonly number[]) =>
  actual.length === expected.length && actual.every((value, i) => Math.abs(value - expected[i]!) < 1e-9)

// T.800 F.3.8.2.1.1: samples at even places are those of the halved signal, odd ones the mean of their neighbours, of
// which the one beyond the end is a mirror image.
const wholes = [
  { halved: [3, 7, 5], whole: [3, 5, 7, 6, 5] },
  { halved: [3, 7, 5], whole: [3, 5, 7, 6, 5, 5] },
  { halved: [8, 2, 4, 0, 6, 1], whole: [8, 5, 2, 3, 4, 2, 0, 3, 6, 3.5, 1] },
]

for (const { halved, whole } of wholes) {
  for (const [from, to, outputs] of [
    [0, whole.length, 2],
    [0, whole.length, 1],
    [1, whole.length - 1, 3],
    [0.5, 3.75, 2],
  ] as const) {
    test(`${halved.length} samples left of ${whole.length}, from ${from} to ${to}, are weighed as the whole`, () => {
      const weights = triangleWeights(whole.length, [from, to], outputs)
      const actual = sums(halvedWeights(weights, whole.length, '5/3'), halved)
      assert.ok(close(actual, sums(weights, whole)), `${actual.join()}`)
    })
  }
}

for (const wavelet of ['5/3', '9/7'] as const) {
  for (const length of [1999, 2000]) {
    test(`the weights of a plain grey add up to 1 after two halvings of ${length} by ${wavelet}`, () => {
      const once = halvedWeights(triangleWeights(length, [0, length], 64), length, wavelet)
      const left = Math.ceil(length / 2)
      const twice = halvedWeights(once, left, wavelet)
      const grey = Array<number>(Math.ceil(left / 2)).fill(1)
      // The filter of 9/7 is known to twelve digits.
      for (const sum of sums(twice, grey)) assert.ok(Math.abs(sum - 1) < 1e-8, `${sum}`)
    })
  }
}
