import type { Window } from '../../shared/greyscale/grey-transform.ts'
import type { DecodedFilm, Film } from './film.ts'
import { colourFilm } from './normalise/colour-film.ts'
import { percentileWindow } from './normalise/percentile-window.ts'
import { sixteenBits } from './normalise/sixteen-bits.ts'
import { valueRange } from './normalise/value-range.ts'

/** One grey plane at full depth with the transform that shows it. Pixels are not copied where they need no change. */
export function normalise(decoded: DecodedFilm): Film {
  const coloured = colourFilm(decoded)
  const reduced = sixteenBits(decoded, coloured)
  const range = valueRange(reduced.pixels)
  const plane = { ...decoded, ...reduced, range }
  return {
    file: decoded.file,
    kind: decoded.kind,
    frame: decoded.frame,
    frames: decoded.frames,
    rows: decoded.rows,
    columns: decoded.columns,
    pixels: reduced.pixels,
    bitsStored: reduced.bitsStored,
    colour: coloured.colour,
    grey: reduced.grey,
    window: openingWindow(plane),
    range,
    padding: reduced.padding,
    overlays: decoded.overlays,
    shutter: decoded.shutter,
    identity: decoded.identity,
    geometry: decoded.geometry,
    warnings: [...decoded.warnings, ...reduced.warnings],
  }
}

function openingWindow(plane: Parameters<typeof percentileWindow>[0]): Window {
  return plane.grey.windows[0] ?? percentileWindow(plane)
}
