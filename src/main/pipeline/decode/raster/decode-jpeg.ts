import { HilumError } from '../../../../shared/errors.ts'
import type { FilmFile } from '../../film.ts'
import { decodeJpegPicture } from '../../../adapters/sharp.ts'
import { greyPicture } from '../codecs/jpeg/grey-picture.ts'
import { jpegHeader, jpegSegments, type JpegHeader } from '../codecs/jpeg-header.ts'
import { refuseHollow, refuseTooLarge } from '../size-limit.ts'
import { decodeWithSharp } from './decode-with-sharp.ts'
import type { Raster } from './raster-film.ts'
import { truncated } from './truncated.ts'

/**
 * Grey and colour JPEG, upright, by our own decoder where it can and by sharp else: both use libjpeg's accurate cosine
 * transform, as all other readers of the collections do. The fast transform, which some packages use alone, makes films
 * half a grey level darker throughout and up to five in places, the more the finer the file, which moved scores by up to
 * 0.014 from one source of films to the next.
 */
export async function decodeJpeg(file: FilmFile): Promise<Raster> {
  const header = readableHeader(file.bytes)
  if (header === null) return await decodeWithSharp(file)
  refuseTooLarge(file.name, header)
  refuseHollow(file, header)
  if (header.precision !== 8) throw tooFine(file.name, header.precision)
  const { length } = header.components
  // Ink, and what is no JPEG at all, sharp has to look at first.
  if (length !== 1 && length !== 3) return await decodeWithSharp(file)
  const grey = length === 1 && !mayBeTurned(file.bytes) ? greyPicture(file.bytes, file.allocate) : null
  if (grey === null) return await plainJpeg(file, length)
  const { rows, columns, samples } = grey
  return { rows, columns, samplesPerPixel: 1, bits: 8, pixels: samples, frames: 1, warnings: [] }
}

// EXIF 2.3 4.6.4: tag 0x0112 of type SHORT, in either byte order.
const ORIENTATION = [Buffer.of(1, 0x12, 0, 3), Buffer.of(0x12, 1, 3, 0)] as const

/** Whether an EXIF segment may turn the picture, which sharp then finds out and does. */
function mayBeTurned(bytes: Buffer): boolean {
  for (const { marker, start, end } of jpegSegments(bytes)) {
    const segment = bytes.subarray(start, end)
    if (marker === 0xe1 && ORIENTATION.some((tag) => segment.includes(tag))) return true
  }
  return false
}

async function plainJpeg(file: FilmFile, samplesPerPixel: 1 | 3): Promise<Raster> {
  const { rows, columns, samples, truncated: cut } = await decodeJpegPicture(file, samplesPerPixel)
  const warnings = cut ? [truncated(file.name)] : []
  return { rows, columns, samplesPerPixel, bits: 8, pixels: samples, frames: 1, warnings }
}

function tooFine(name: string, bits: number): HilumError {
  return new HilumError(
    'DECODE_UNSUPPORTED',
    `${name} is a JPEG of ${bits} bits, which Hilum reads inside DICOM; save it as a PNG or TIFF of 16 bits first.`,
  )
}

function readableHeader(bytes: Buffer): JpegHeader | null {
  try {
    return jpegHeader(bytes)
  } catch {
    // Its sentence is meant for a codestream inside DICOM; sharp's reading of the same damage names the file.
    return null
  }
}
