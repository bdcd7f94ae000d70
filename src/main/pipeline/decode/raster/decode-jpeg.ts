import { HilumError } from '../../../../shared/errors.ts'
import type { FilmFile } from '../../film.ts'
import { jpegHeader, jpegSegments, type JpegHeader } from '../codecs/jpeg-header.ts'
import { decodeJpegGrey, decodeJpegRgb, isWithinTurbo } from '../codecs/jpeg-turbo.ts'
import { refuseHollow, refuseTooLarge } from '../size-limit.ts'
import { decodeWithSharp } from './decode-with-sharp.ts'
import { exifOrientation, type Orientation } from './exif-orientation.ts'
import type { Raster } from './raster-film.ts'
import { turnUpright } from './turn-upright.ts'

/** Grey and colour JPEG by libjpeg-turbo where that is right; the rest, damage included, is left to sharp. */
export async function decodeJpeg(file: FilmFile): Promise<Raster> {
  const header = readableHeader(file.bytes)
  if (header === null) return await decodeWithSharp(file)
  refuseTooLarge(file.name, header)
  refuseHollow(file, header)
  if (header.precision !== 8) throw tooFine(file.name, header.precision)
  const raster = isWithinTurbo(file.bytes, header) ? turboRaster(file.bytes, header) : null
  return raster === null ? await decodeWithSharp(file) : turnUpright(raster, orientationOf(file.bytes))
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

function turboRaster(bytes: Buffer, header: JpegHeader): Raster | null {
  const samplesPerPixel = header.components.length === 1 ? 1 : 3
  try {
    const { rows, columns, samples } = samplesPerPixel === 1 ? decodeJpegGrey(bytes) : decodeJpegRgb(bytes)
    return { rows, columns, samplesPerPixel, bits: 8, pixels: samples, frames: 1, warnings: [] }
  } catch {
    // The library stops at the least damage; sharp saves what is there and the film says so.
    return null
  }
}

const APP1 = 0xe1

function orientationOf(bytes: Buffer): Orientation {
  for (const { marker, start, end } of jpegSegments(bytes)) {
    if (marker === APP1 && bytes.toString('latin1', start, start + 6) === 'Exif\0\0') {
      return exifOrientation(bytes.subarray(start + 6, end))
    }
  }
  return 1
}
