import type { Window } from '../../../shared/greyscale/grey-transform.ts'
import { fullRangeWindow } from '../decode/raster/full-range-window.ts'
import type { Film } from '../film.ts'

/** Of 16 bits, so many at most are what a detector gives; a film that uses more of them means all. */
const MOST_BITS = 14
const LEAST_BITS = 8

/**
 * The window of a picture of 16 bits whose values fill only 8 to 14 of them, as detectors' values do that were written
 * into a PNG or TIFF as they are: over its full range it would be all but black. No picture says how many bits it means.
 */
export function usedBitsWindow(
  kind: Film['kind'],
  { bitsStored }: Pick<Film, 'bitsStored'>,
  { max }: Film['range'],
): Window[] {
  if (kind === 'dicom' || bitsStored !== 16 || max >= 2 ** MOST_BITS) return []
  const bits = Math.max(LEAST_BITS, Math.ceil(Math.log2(max + 1)))
  return [{ ...fullRangeWindow(bits), name: `${bits} of 16 bits` }]
}
