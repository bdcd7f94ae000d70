// What many looks have in common, as the gate asks for it.

import { measuresOf, type ChestFigures, type ChestLook } from '../../src/main/pipeline/locate/chest-look.ts'

const AXES = 4
/** Of a power iteration; it stands still long before. */
const TURNS = 300
const DIGITS = 5

export function chestFigures(looks: readonly ChestLook[]): ChestFigures {
  const greys = looks.map((look) => [...look.greys])
  const usual = rounded(meanOf(greys))
  const axes = firstAxes(covarianceOf(greys, usual), AXES).map(rounded)
  const measures = looks.map((look) => measuresOf(look, { greys: usual, axes }))
  const mean = meanOf(measures)
  const precision = inverse(covarianceOf(measures, mean)).flat()
  return { greys: usual, axes, mean: rounded(mean), precision: rounded(precision) }
}

function meanOf(rows: readonly (readonly number[])[]): number[] {
  return rows[0]!.map((_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length)
}

function covarianceOf(rows: readonly (readonly number[])[], mean: readonly number[]): number[][] {
  return mean.map((_, i) =>
    mean.map(
      (__, j) =>
        rows.reduce((sum, row) => sum + (row[i]! - mean[i]!) * (row[j]! - mean[j]!), 0) / rows.length,
    ),
  )
}

/** The directions of the largest variance, by power iteration; what was found is taken out before the next. */
function firstAxes(covariance: number[][], count: number): number[][] {
  const axes: number[][] = []
  for (let k = 0; k < count; k++) {
    let axis = covariance.map((_, i) => 1 + (i % 7) + k)
    let variance = 0
    for (let turn = 0; turn < TURNS; turn++) {
      const next = covariance.map((row) => row.reduce((sum, share, j) => sum + share * axis[j]!, 0))
      variance = Math.hypot(...next)
      axis = next.map((one) => one / variance)
    }
    axes.push(axis)
    covariance.forEach((row, i) => row.forEach((_, j) => (row[j]! -= variance * axis[i]! * axis[j]!)))
  }
  return axes
}

/** Gauss and Jordan, without a choice of pivots: a covariance is positive definite. */
export function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  for (let pivot = 0; pivot < size; pivot++) {
    const by = rows[pivot]![pivot]!
    rows[pivot] = rows[pivot]!.map((one) => one / by)
    for (let other = 0; other < size; other++) {
      if (other === pivot) continue
      const times = rows[other]![pivot]!
      rows[other] = rows[other]!.map((one, j) => one - times * rows[pivot]![j]!)
    }
  }
  return rows.map((row) => row.slice(size))
}

function rounded(numbers: readonly number[]): number[] {
  return numbers.map((one) => Number(one.toPrecision(DIGITS)))
}
