import type { LungMask } from '../../../shared/lungs.ts'

/** Lung without a gap along one row of a mask. */
export interface Run {
  readonly row: number
  /** The first column that is lung. */
  readonly first: number
  /** The first column that no longer is. */
  readonly end: number
}

// What hangs together, what lies between the lungs and which edges they reach is all seen on these: a few hundred
// instead of all pixels.
const known = new WeakMap<LungMask, readonly Run[]>()

/** Row by row, from the left. */
export function runs(mask: LungMask): readonly Run[] {
  const before = known.get(mask)
  if (before !== undefined) return before
  const found = runsOf(mask.inside, mask, 1)
  known.set(mask, found)
  return found
}

/** Lung is what has the threshold or more. */
export function maskOf(shares: Float32Array, { rows, columns }: Size, threshold: number): LungMask {
  const found = runsOf(shares, { rows, columns }, threshold)
  const inside = new Uint8Array(shares.length)
  for (const { row, first, end } of found) inside.fill(1, row * columns + first, row * columns + end)
  const mask = { rows, columns, shares, inside }
  known.set(mask, found)
  return mask
}

type Size = Pick<LungMask, 'rows' | 'columns'>

function runsOf(values: Float32Array | Uint8Array, { rows, columns }: Size, least: number): Run[] {
  const found: Run[] = []
  for (let row = 0; row < rows; row++) {
    const start = row * columns
    for (let column = 0; column < columns; column++) {
      if (values[start + column]! < least) continue
      const first = column
      while (column < columns && values[start + column]! >= least) column++
      found.push({ row, first, end: column })
    }
  }
  return found
}
