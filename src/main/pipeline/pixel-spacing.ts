import type { Shaped } from '../../shared/measuring/pixel-shape.ts'
import type { Geometry } from './film.ts'

/** What lengths on a film and the shape of its pixels go by, wherever either is told. */
export function shaped({
  pixelSpacing: pixel,
  imagerPixelSpacing,
  scannedPixelSpacing,
  pixelAspectRatio,
}: Geometry): Shaped {
  // A film lay where a detector would be.
  return { spacing: { pixel, imager: imagerPixelSpacing ?? scannedPixelSpacing }, pixelAspectRatio }
}
