import type { GreyTransform, Voi } from './grey-transform.ts'
import { modalityValue } from './modality.ts'
import { voiShare } from './voi.ts'

/** Stored value -> modality -> VOI -> presentation (PS3.4 N.2), as a share of the screen's range. */
export function displayShare(stored: number, grey: GreyTransform, voi: Voi): number {
  const share = voiShare(modalityValue(stored, grey.modality), voi)
  return grey.inverted ? 1 - share : share
}

/**
 * The whole grey pipeline as one table over the stored values `min` to `max`: entry i shows value min + i.
 * The viewport, the thumbnails, the tensors and the report all read from here, so they cannot disagree.
 */
export function shareTable(range: { min: number; max: number }, grey: GreyTransform, voi: Voi): Float32Array {
  const table = new Float32Array(range.max - range.min + 1)
  for (let i = 0; i < table.length; i++) table[i] = displayShare(range.min + i, grey, voi)
  return table
}

/** The same in 8 bits for a screen. Round half up, as the standard's example in C.11.2.1.2 leaves open. */
export function byteTable(
  range: { min: number; max: number },
  grey: GreyTransform,
  voi: Voi,
): Uint8ClampedArray {
  const table = new Uint8ClampedArray(range.max - range.min + 1)
  for (let i = 0; i < table.length; i++) {
    table[i] = Math.floor(displayShare(range.min + i, grey, voi) * 255 + 0.5)
  }
  return table
}

/** The VOI that a film opens with: its first VOI LUT if it has one, else its window. */
export function openingVoi(grey: GreyTransform, window: Voi & { kind: 'window' }): Voi {
  const [table] = grey.voiTables
  return table ? { kind: 'table', table } : window
}
