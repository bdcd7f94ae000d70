import type { LungBox, LungMask, Lungs } from '../../../shared/lungs.ts'
import type { InputView } from '../input-view.ts'

/** What the model gave for its whole input, and where the film lies in that. */
export interface FoundShares extends InputView {
  readonly shares: Float32Array
  readonly width: number
}

/** The bars of a letterboxed film are cut off, so that mask and film have the same edges. */
export function lungsOf(
  { shares: all, width, filled, scaleX, scaleY }: FoundShares,
  threshold: number,
): Lungs {
  const { width: columns, height: rows } = filled
  const shares = new Float32Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const start = (filled.y + row) * width + filled.x
    shares.set(all.subarray(start, start + columns), row * columns)
  }
  const inside = new Uint8Array(shares.length)
  let lung = 0
  for (let i = 0; i < shares.length; i++) {
    if (shares[i]! < threshold) continue
    inside[i] = 1
    lung++
  }
  const mask = { rows, columns, shares, inside }
  return { mask, box: boxOnFilm(mask, scaleX, scaleY), area: lung / inside.length }
}

function boxOnFilm({ rows, columns, inside }: LungMask, scaleX: number, scaleY: number): LungBox | null {
  let [left, top, right, bottom] = [columns, rows, 0, 0]
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === 0) continue
    const column = i % columns
    const row = Math.floor(i / columns)
    left = Math.min(left, column)
    right = Math.max(right, column + 1)
    top = Math.min(top, row)
    bottom = Math.max(bottom, row + 1)
  }
  if (right === 0) return null
  return { left: left * scaleX, top: top * scaleY, right: right * scaleX, bottom: bottom * scaleY }
}
