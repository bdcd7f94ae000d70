import type { Film, Halving } from './film.ts'

/** How often the picture of a film may be halved and still have `enough` pixels along its shorter side. */
export function timesToHalve(
  { rows, columns, mayHalve }: Pick<Film, 'rows' | 'columns' | 'mayHalve'>,
  enough = Infinity,
): number {
  const times = Math.floor(Math.log2(Math.min(rows, columns) / enough))
  return Math.min(Math.max(times, 0), mayHalve?.times ?? 0)
}

/** How the pixels of a film lie. */
export function pixelGrid({ rows, columns, halved }: Pick<Film, 'rows' | 'columns' | 'halved'>): {
  readonly rows: number
  readonly columns: number
} {
  return { rows: halvedLength(rows, halved), columns: halvedLength(columns, halved) }
}

/** ITU-T T.800 B-15: what is left of an odd number of samples has one more than the detail. */
function halvedLength(length: number, halved: Halving | undefined): number {
  return Math.ceil(length / 2 ** (halved?.times ?? 0))
}
