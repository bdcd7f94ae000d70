import { HilumError } from '../../shared/errors.ts'
import { describeContent } from './decode/describe-content.ts'
import { decodeDicom } from './decode/dicom/decode-dicom.ts'
import { looksLikeDicom } from './decode/dicom/looks-like-dicom.ts'
import { decodeRaster } from './decode/raster/decode-raster.ts'
import { sniffRaster } from './decode/sniff.ts'
import type { DecodedFilm, FilmFile } from './film.ts'

export interface Enough {
  /** A score sees so many pixels along its shorter side, and needs of the finer ones what makes a difference; all if left out. */
  readonly enough?: number | undefined
}

/** The stored values of one frame (from 0). What the file is, its content says; its name is not asked. */
export async function decode(file: FilmFile, frame = 0, { enough }: Enough = {}): Promise<DecodedFilm> {
  // First, since a DICOM file may be a TIFF as well: PS3.10 7.1 leaves the preamble to other readers.
  if (looksLikeDicom(file.bytes)) return await decodeDicom(file, frame, enough)
  const kind = sniffRaster(file.bytes)
  if (kind !== null) return await decodeRaster(file, kind, frame)
  throw notAnImage(file)
}

function notAnImage({ name, bytes }: FilmFile): HilumError {
  const seems = describeContent(bytes)
  const it = seems === '' ? 'Its content is of no known kind' : `It seems to be ${seems}`
  return new HilumError(
    'DECODE_NOT_AN_IMAGE',
    `${name} is no film. ${it}. Hilum reads DICOM, PNG, JPEG, TIFF, BMP, WebP and GIF.`,
  )
}
