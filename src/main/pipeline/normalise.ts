import type { DecodedFilm, Film, ShutterSwitch } from './film.ts'
import { colourFilm } from './normalise/colour-film.ts'
import { percentileWindow } from './normalise/percentile-window.ts'
import { sixteenBits } from './normalise/sixteen-bits.ts'
import { usedBitsWindow } from './normalise/used-bits-window.ts'
import { withinShutter } from './normalise/within-shutter.ts'
import { valueRange } from './value-range.ts'

/** One grey plane at full depth with the transform that shows it. Pixels are not copied where they need no change. */
export function normalise(
  decoded: DecodedFilm,
  { shutters = 'on' }: { shutters?: ShutterSwitch } = {},
): Film {
  const coloured = colourFilm(decoded)
  const reduced = sixteenBits(decoded, coloured)
  const plane = { ...reduced, colour: coloured.colour }
  const { pixels, padding, colour, warnings } = shutters === 'on' ? withinShutter(decoded, plane) : plane
  const range = valueRange(pixels)
  const windows = usedBitsWindow(decoded.kind, reduced, range).concat(reduced.grey.windows)
  const grey = { ...reduced.grey, windows }
  return {
    file: decoded.file,
    kind: decoded.kind,
    frame: decoded.frame,
    frames: decoded.frames,
    rows: decoded.rows,
    columns: decoded.columns,
    mayBeCoarse: decoded.mayBeCoarse,
    pixels,
    bitsStored: reduced.bitsStored,
    colour,
    grey,
    window: windows[0] ?? percentileWindow({ pixels, padding, grey }),
    range,
    padding,
    shutters: decoded.shutters.length === 0 ? null : shutters,
    overlays: decoded.overlays,
    identity: decoded.identity,
    geometry: decoded.geometry,
    warnings: [...decoded.warnings, ...warnings],
  }
}
