import type { DecodedFilm, Film } from './film.ts'
import { colourFilm } from './normalise/colour-film.ts'
import { percentileWindow } from './normalise/percentile-window.ts'
import { sixteenBits } from './normalise/sixteen-bits.ts'
import { rangeOf, valueCounts } from './normalise/value-counts.ts'

/** One grey plane at full depth with the transform that shows it. Pixels are not copied where they need no change. */
export function normalise(decoded: DecodedFilm): Film {
  const coloured = colourFilm(decoded)
  const reduced = sixteenBits(decoded, coloured)
  const counts = valueCounts(reduced.pixels)
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
    window: reduced.grey.windows[0] ?? percentileWindow({ ...decoded, ...reduced, counts }),
    range: rangeOf(counts),
    padding: reduced.padding,
    overlays: decoded.overlays,
    shutter: decoded.shutter,
    identity: decoded.identity,
    geometry: decoded.geometry,
    warnings: [...decoded.warnings, ...reduced.warnings],
  }
}
