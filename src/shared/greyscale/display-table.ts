import type { GreyTransform, Voi } from './grey-transform.ts'
import { modalityValue } from './modality.ts'
import { voiShare } from './voi.ts'

/** Stored value -> modality -> VOI -> presentation (PS3.4 N.2), as a share of the screen's range. */
export function displayShare(stored: number, grey: GreyTransform, voi: Voi): number {
  const share = voiShare(modalityValue(stored, grey.modality), voi)
  return grey.inverted ? 1 - share : share
}

/** What of a film its tables are made from. */
export interface Tabled {
  readonly range: { readonly min: number; readonly max: number }
  readonly grey: GreyTransform
  readonly padding: { readonly low: number; readonly high: number } | null
}

/**
 * The whole grey pipeline as one table over the stored values of the range: entry i shows value min + i.
 * The viewport, the tensors and the report all read from here, so they cannot disagree.
 */
export function shareTable(film: Tabled, voi: Voi): Float32Array {
  const { min, max } = film.range
  const table = new Float32Array(max - min + 1)
  for (let i = 0; i < table.length; i++) table[i] = displayShare(min + i, film.grey, voi)
  return blackenPadding(table, film)
}

/** The same in 8 bits for a screen. Round half up, as the standard's example in C.11.2.1.2 leaves open. */
export function byteTable(film: Tabled, voi: Voi): Uint8ClampedArray {
  const { min, max } = film.range
  const table = new Uint8ClampedArray(max - min + 1)
  for (let i = 0; i < table.length; i++) {
    table[i] = Math.floor(displayShare(min + i, film.grey, voi) * 255 + 0.5)
  }
  return blackenPadding(table, film)
}

/** PS3.3 C.7.5.1.1.2: padding is no part of the picture, so it stays black whatever the window and the inversion. */
function blackenPadding<Table extends Float32Array | Uint8ClampedArray>(
  table: Table,
  { range, padding }: Tabled,
): Table {
  if (padding === null) return table
  // fill() counts negative places from the end, where no padding is.
  table.fill(0, Math.max(padding.low - range.min, 0), Math.max(padding.high - range.min + 1, 0))
  return table
}

/** The VOI that a film opens with: its first VOI LUT if it has one, else its window. */
export function openingVoi(grey: GreyTransform, window: Voi & { kind: 'window' }): Voi {
  const [table] = grey.voiTables
  return table ? { kind: 'table', table } : window
}
