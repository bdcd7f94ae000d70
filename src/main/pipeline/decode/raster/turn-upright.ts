import type { Orientation } from './exif-orientation.ts'
import type { Raster } from './raster-film.ts'

type Turnable = Pick<Raster, 'rows' | 'columns' | 'samplesPerPixel' | 'pixels'>

/** Where column and row of the upright picture lie in the stored one, by EXIF's names for its first row and column. */
interface Walk {
  readonly swaps: boolean
  readonly fromRight: boolean
  readonly fromBottom: boolean
}

const WALKS: Readonly<Record<Orientation, Walk>> = {
  1: { swaps: false, fromRight: false, fromBottom: false },
  2: { swaps: false, fromRight: true, fromBottom: false },
  3: { swaps: false, fromRight: true, fromBottom: true },
  4: { swaps: false, fromRight: false, fromBottom: true },
  5: { swaps: true, fromRight: false, fromBottom: false },
  6: { swaps: true, fromRight: false, fromBottom: true },
  7: { swaps: true, fromRight: true, fromBottom: true },
  8: { swaps: true, fromRight: true, fromBottom: false },
}

/** The picture as it was meant to be seen. */
export function turnUpright<Picture extends Turnable>(picture: Picture, orientation: Orientation): Picture {
  if (orientation === 1) return picture
  const { swaps, fromRight, fromBottom } = WALKS[orientation]
  const { rows, columns, samplesPerPixel, pixels } = picture
  const across = (fromRight ? -1 : 1) * samplesPerPixel
  const down = (fromBottom ? -1 : 1) * columns * samplesPerPixel
  const corner = ((fromBottom ? rows - 1 : 0) * columns + (fromRight ? columns - 1 : 0)) * samplesPerPixel
  const upright = { rows: swaps ? columns : rows, columns: swaps ? rows : columns }
  const [alongRow, alongColumn] = swaps ? [down, across] : [across, down]
  const turned = pixels.slice()
  for (let row = 0, to = 0; row < upright.rows; row++) {
    for (
      let column = 0, from = corner + row * alongColumn;
      column < upright.columns;
      column++, from += alongRow
    ) {
      for (let sample = 0; sample < samplesPerPixel; sample++) turned[to++] = pixels[from + sample]!
    }
  }
  return { ...picture, ...upright, pixels: turned }
}
