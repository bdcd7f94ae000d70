// The table from stored values to bytes of the screen, as cornerstone indexes it.

import { byteTable, displayShare } from '../../shared/greyscale/display-table.ts'
import type { GreyTransform, Voi } from '../../shared/greyscale/grey-transform.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'

/** How the reader wants a film shown at this moment. */
export interface Shade {
  readonly voi: Voi
  readonly turned: boolean
}

type Shaded = Pick<OpenedFilm, 'grey' | 'range' | 'padding'>

/**
 * Cornerstone looks a stored value v up at v - min where values go below 0, else at v: the first entry stands for
 * min(0, smallest value).
 */
export function greyBytes(film: Shaded, shade: Shade): Uint8ClampedArray {
  const first = firstEntry(film.range)
  const bytes = byteTable({ min: first, max: film.range.max }, presented(film.grey, shade), shade.voi)
  // PS3.3 C.7.5.1.1.2: padding is no part of the picture, so it stays black however the film is shown.
  if (film.padding) {
    // fill() counts negative places from the end, where no padding is.
    const [start, end] = [film.padding.low - first, film.padding.high - first + 1]
    bytes.fill(0, Math.max(start, 0), Math.max(end, 0))
  }
  return bytes
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

function presented(grey: GreyTransform, { turned }: Shade): GreyTransform {
  return turned ? { ...grey, inverted: !grey.inverted } : grey
}
