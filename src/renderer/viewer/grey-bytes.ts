// The table from stored values to bytes of the screen, as cornerstone indexes it.

import { byteTable, displayShare } from '../../shared/greyscale/display-table.ts'
import { presented, type Shade } from '../../shared/greyscale/shade.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'

type Shaded = Pick<OpenedFilm, 'grey' | 'range' | 'padding'>

/**
 * Cornerstone looks a stored value v up at v - min where values go below 0, else at v: the first entry stands for
 * min(0, smallest value).
 */
export function greyBytes(film: Shaded, shade: Shade): Uint8ClampedArray {
  const first = firstEntry(film.range)
  const range = { min: first, max: film.range.max }
  return byteTable({ ...film, range, grey: presented(film.grey, shade) }, shade.voi)
}

export function firstEntry(range: OpenedFilm['range']): number {
  return Math.min(0, range.min)
}

/** The same for the bytes of a colour film, whose 0 to 255 stand for all that its bits can hold. */
export function colourBytes(film: Pick<OpenedFilm, 'grey' | 'bitsStored'>, shade: Shade): Uint8ClampedArray {
  const grey = presented(film.grey, shade)
  const step = (2 ** film.bitsStored - 1) / 255
  return Uint8ClampedArray.from({ length: 256 }, (_, byte) =>
    Math.floor(displayShare(byte * step, grey, shade.voi) * 255 + 0.5),
  )
}
