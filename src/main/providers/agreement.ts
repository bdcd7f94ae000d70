// How far a provider's figures are from those stored with the model.

import type { OutputTensor } from '../adapters/onnxruntime.ts'
import { keptOf, SHARES, type GoldenFilm } from '../packs/golden.ts'

export interface Agreement {
  /** The greatest difference of a probability. */
  readonly probability: number
  /** The lowest correlation (Pearson's r) of a heat map. */
  readonly correlation: number
}

export const FULL_AGREEMENT: Agreement = { probability: 0, correlation: 1 }

const MAPS = ['gradcam', 'hiresmap']

/** A map that never reaches this share of the film's hottest value is rounding, and rounding correlates with nothing. */
const FAINT = 0.01

/** One film's outputs against the stored ones. An output that is missing or no number disagrees wholly. */
export function agreement(
  outputs: Readonly<Record<string, OutputTensor>>,
  film: GoldenFilm,
  every: number,
): Agreement {
  const pairs = (names: readonly string[]) =>
    names.flatMap((name) => {
      const wanted = film.outputs[name]
      if (wanted === undefined) return []
      const output = outputs[name]
      const got = output === undefined ? new Float32Array() : keptOf(output.data, output.dims, every)
      return { got, wanted, plane: planeSize(output?.dims ?? []) }
    })
  return {
    probability: Math.max(0, ...pairs(SHARES).map(({ got, wanted }) => worstDifference(got, wanted))),
    correlation: Math.min(1, ...pairs(MAPS).map(({ got, wanted, plane }) => lowest(got, wanted, plane))),
  }
}

export function worseOf(a: Agreement, b: Agreement): Agreement {
  return {
    probability: Math.max(a.probability, b.probability),
    correlation: Math.min(a.correlation, b.correlation),
  }
}

/** Of [N, class, row, column], the cells of one map. */
function planeSize(dims: readonly number[]): number {
  return (dims.at(-2) ?? 1) * (dims.at(-1) ?? 1)
}

function worstDifference(got: Float32Array, wanted: Float32Array): number {
  if (got.length !== wanted.length || !got.every(Number.isFinite)) return 1
  return wanted.reduce((worst, value, i) => Math.max(worst, Math.abs(value - got[i]!)), 0)
}

function lowest(got: Float32Array, wanted: Float32Array, plane: number): number {
  if (got.length !== wanted.length || !got.every(Number.isFinite)) return -1
  const faint = FAINT * peak(wanted)
  let low = 1
  for (let start = 0; start < wanted.length; start += plane) {
    const [a, b] = [got, wanted].map((values) => values.subarray(start, start + plane))
    if (Math.max(peak(a!), peak(b!)) > faint) low = Math.min(low, correlation(a!, b!))
  }
  return low
}

function peak(values: Float32Array): number {
  return values.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0)
}

/** Pearson's r; 0 where one of the two is the same everywhere and the other is not. */
function correlation(a: Float32Array, b: Float32Array): number {
  const [meanA, meanB] = [mean(a), mean(b)]
  let [both, ofA, ofB] = [0, 0, 0]
  for (const [i, value] of a.entries()) {
    const [x, y] = [value - meanA, b[i]! - meanB]
    both += x * y
    ofA += x * x
    ofB += y * y
  }
  if (ofA === 0 && ofB === 0) return 1
  return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB)
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
