import assert from 'node:assert/strict'
import { test } from 'node:test'
import { triangleWeights } from '../../../resample/triangle-weights.ts'
import { errorThatIsLeft, sparedPlanes, type Detail } from './spared-planes.ts'

const reversible = (level: number): Detail => ({ level, reversible: true, worth: 1 })
const range = (width: number): readonly [number, number] => [100, 100 + width]

// what, pixels to one, values between black and white, level, planes, planes near an end
const cases = [
  // A pixel moves by 3600 / 56 = 64.3 at most, 6 planes, near an end by 18, 4 planes.
  ['the finest detail of a large film', 8, 3600, 1, 6, 4],
  // 3600 / 2048 / √5 × √3 = 1.36. Of an error 1 / (1 + 3 × 2^2.5) = 0.0556 is left: 24.5, 4 planes.
  ['the next', 8, 3600, 2, 4, 4],
  // 1 / (1 + 3) is left: 5.4, 2 planes.
  ['detail as fine as the input', 8, 3600, 3, 2, 2],
  // 1 / (1 + 3 × 2^-2.5) = 0.65: 2.1, 1 plane.
  ['coarser detail', 8, 3600, 4, 1, 1],
  // 0.61 / 0.65 = 0.9, none.
  ['coarser detail behind a narrower window', 8, 1600, 4, 0, 0],
  // 900 / 56 = 16.07, and 4.5.
  ['the finest detail behind a narrow window', 8, 900, 1, 4, 2],
  ['detail behind a window in which whole numbers count', 8, 499, 1, 0, 0],
  ['a window that is a step', 8, 0, 1, 0, 0],
  ['a film not much larger than the input', 2.9, 3600, 1, 0, 0],
] as const

for (const [what, pixelsToOne, width, level, planes, planesNearEnd] of cases) {
  test(`of ${what} ${planes} planes are spared, and ${planesNearEnd} near black and white`, () => {
    const spared = sparedPlanes({ pixelsToOne, ends: range(width) }, reversible(level))
    assert.deepEqual([spared.planes, spared.planesNearEnd], [planes, planesNearEnd])
  })
}

test('bits worth more are spared fewer', () => {
  const planesWorth = (worth: number) =>
    sparedPlanes({ pixelsToOne: 8, ends: range(3600) }, { level: 1, reversible: false, worth }).planes
  // Of the irreversible wavelet a pixel gets twice as much: 32.1 samples.
  assert.deepEqual([1, 4, 16, 64].map(planesWorth), [5, 3, 1, 0])
})

// ITU-T T.800 F.3.8, one level, as the decoder scales them; the signal goes on for ever on either side.
const LIFTING = {
  reversible: { smooth: 1, detail: 1, steps: [-1 / 4, 1 / 2] },
  irreversible: {
    smooth: 1.230174105,
    detail: 1.625732422,
    steps: [-0.443506852, -0.882911075, 0.052980118, 1.586134342],
  },
}

/** What one number of detail among nothing is in the samples. */
function basis(level: number, length: number, { smooth, detail, steps }: (typeof LIFTING)['reversible']) {
  let line = new Float64Array(length >> level)
  for (let at = level; at > 0; at--) {
    const wide = new Float64Array(2 * line.length)
    line.forEach((value, i) => (wide[2 * i] = at === level ? 0 : smooth * value))
    if (at === level) wide[line.length + 1] = detail
    for (const [step, factor] of steps.entries()) {
      for (let i = step & 1; i < wide.length; i += 2) {
        wide[i]! += factor * ((wide[i - 1] ?? 0) + (wide[i + 1] ?? 0))
      }
    }
    line = wide
  }
  return line
}

/** The same of one smooth number, as the other factor of HL and LH. */
function smoothBasis(level: number, length: number, wavelet: (typeof LIFTING)['reversible']) {
  const { smooth, steps } = wavelet
  let line = new Float64Array(length >> level)
  line[line.length >> 1] = 1
  for (let at = level; at > 0; at--) {
    const wide = new Float64Array(2 * line.length)
    line.forEach((value, i) => (wide[2 * i] = smooth * value))
    for (const [step, factor] of steps.entries()) {
      for (let i = step & 1; i < wide.length; i += 2) {
        wide[i]! += factor * ((wide[i - 1] ?? 0) + (wide[i + 1] ?? 0))
      }
    }
    line = wide
  }
  return line
}

/** Root mean square in the middle of a shrunk line, of errors of 1 in all numbers of which one is `line`. */
function leftOf(line: Float64Array, level: number, pixelsToOne: number): number {
  const outputs = Math.floor(line.length / pixelsToOne)
  const { starts, counts, weights, widest } = triangleWeights(
    line.length,
    [0, outputs * pixelsToOne],
    outputs,
  )
  const from = Math.floor(outputs / 2) - 4
  let sum = 0
  for (let output = from; output < from + 8; output++) {
    for (let shift = -line.length / 2; shift < line.length / 2; shift += 2 ** level) {
      let left = 0
      for (let i = 0; i < counts[output]!; i++) {
        left += weights[output * widest + i]! * (line[starts[output]! + i + shift] ?? 0)
      }
      sum += left ** 2 / 8
    }
  }
  return Math.sqrt(sum)
}

for (const [name, wavelet] of Object.entries(LIFTING)) {
  for (const pixelsToOne of [4.3, 5.6, 7.8, 12.1]) {
    test(`what is said to be left of errors is, by the ${name} wavelet and ${pixelsToOne} pixels to one`, () => {
      for (const level of [1, 2, 3, 4]) {
        const of = (line: Float64Array): number => leftOf(line, level, pixelsToOne)
        const high = of(basis(level, 1024, wavelet))
        const low = of(smoothBasis(level, 1024, wavelet))
        const actual = Math.sqrt(2 * (high * low) ** 2 + high ** 4)
        const said = errorThatIsLeft(pixelsToOne, { level, reversible: name === 'reversible', worth: 1 })
        assert.ok(said > 0.85 * actual && said < 2.5 * actual, `level ${level}: ${said}, ${actual}`)
      }
    })
  }
}
