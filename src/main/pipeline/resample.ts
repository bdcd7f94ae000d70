import { layOut, type WeightOf } from './resample/lines.ts'
import type { Framed, Plane } from './resample/plane.ts'
import { endOf, triangleWeights, type Weights } from './resample/triangle-weights.ts'

/** A part of a film in pixels from its upper left corner; edges may lie between pixels. */
export interface Region {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * A part of the film at another size, as shares of the screen's range (`share` is its `shareTable`): to 1e-6 the number
 * that Pillow's `Image.resize(size, BILINEAR, box)` gives on mode 'F', which is what the models were trained with. It is
 * a triangle filter that widens when it shrinks. Pillow goes along the rows first and adds in double precision; here
 * whole rows are added first, down the columns and in single precision, since a processor adds four such numbers at once.
 */
export function resample(film: Plane, share: Float32Array, region: Region, size: Framed): Float32Array {
  const across = triangleWeights(film.columns, [region.left, region.right], size.columns)
  const down = triangleWeights(film.rows, [region.top, region.bottom], size.rows)
  const lines = layOut(film, share, across, size)
  let start = down.starts[0]!
  for (let row = 0; row < size.rows; row++) {
    const end = endOf(down, row)
    const both = isSharedWithNextAlone(down, row)
    lines.add({ start, end }, weightsFor(down, row), both ? weightsFor(down, row + 1) : nothing)
    lines.squeezeTo(row)
    start = both ? end : (down.starts[row + 1] ?? end)
  }
  return lines.result()
}

/**
 * Where a film shrinks, each of its rows counts for two rows of the result, and is looked up once for both. Where it
 * grows a row counts for many; then each row of the result is made by itself.
 */
function isSharedWithNextAlone(down: Weights, row: number): boolean {
  return row + 1 < down.starts.length && (down.starts[row + 2] ?? Infinity) >= endOf(down, row)
}

/** What each line of the film counts for a row of the result. */
function weightsFor({ starts, counts, weights, widest }: Weights, row: number): WeightOf {
  const start = starts[row]!
  const count = counts[row]!
  return (line) => {
    const place = line - start
    return place >= 0 && place < count ? weights[row * widest + place]! : 0
  }
}

const nothing: WeightOf = () => 0
