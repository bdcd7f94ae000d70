import type { LungMask } from '../../../shared/lungs.ts'
import { inputToFilm, type InputView } from '../input-view.ts'

export interface Placed {
  readonly film: { readonly rows: number; readonly columns: number }
  readonly view: InputView
}

/** How surely each pixel of an input is lung, 0 to 1: the mask between its pixels' centres, 0 in a letterbox's bars. */
export function lungShares(
  mask: LungMask,
  { film, view }: Placed,
  { width, height }: { readonly width: number; readonly height: number },
): Float32Array {
  const { filled } = view
  const result = new Float32Array(width * height)
  const across = Array.from({ length: filled.width }, (_, i) => {
    const { x } = inputToFilm(view, filled.x + i + 0.5, 0)
    return between(x * (mask.columns / film.columns), mask.columns)
  })
  for (let row = 0; row < filled.height; row++) {
    const { y } = inputToFilm(view, 0, filled.y + row + 0.5)
    const down = between(y * (mask.rows / film.rows), mask.rows)
    const to = (filled.y + row) * width + filled.x
    across.forEach((column, i) => (result[to + i] = shareAt(mask, down, column)))
  }
  return result
}

/** Two pixels of the mask along one axis, and how much the second counts. */
interface Between {
  readonly first: number
  readonly second: number
  readonly weight: number
}

/** Beyond the centre of the outermost pixel that pixel alone counts. */
function between(place: number, pixels: number): Between {
  const from = Math.min(Math.max(place - 0.5, 0), pixels - 1)
  const first = Math.floor(from)
  return { first, second: Math.min(first + 1, pixels - 1), weight: from - first }
}

function shareAt({ shares, columns }: LungMask, down: Between, across: Between): number {
  const along = (row: number) => {
    const left = shares[row * columns + across.first]!
    return left + (shares[row * columns + across.second]! - left) * across.weight
  }
  const above = along(down.first)
  return above + (along(down.second) - above) * down.weight
}
