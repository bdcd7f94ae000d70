import { HilumError } from '../../../../shared/errors.ts'
import type { DecodedFilm, FilmFile } from '../../film.ts'
import { rowsThere } from '../rows-there.ts'
import type { RasterKind } from '../sniff.ts'
import { decodeBmp } from './decode-bmp.ts'
import { decodeJpeg } from './decode-jpeg.ts'
import { decodePng } from './decode-png.ts'
import { decodeWithSharp } from './decode-with-sharp.ts'
import { rasterFilm, type Raster } from './raster-film.ts'
import { refuseOtherFrames } from './refuse-other-frames.ts'

/** Pictures that are not DICOM. Only TIFF has more than one; of an animation the first picture counts. */
export async function decodeRaster(file: FilmFile, kind: RasterKind, frame: number): Promise<DecodedFilm> {
  if (kind !== 'tiff') refuseOtherFrames(file.name, frame, 1)
  const raster = await rasterOf(file, kind, frame)
  if (raster.warnings.length > 0) refuseScraps(file.name, raster)
  return rasterFilm(file, kind, frame, raster)
}

/** Half a film is worth a look, less is not. */
function refuseScraps(name: string, { pixels, ...size }: Raster): void {
  const there = rowsThere(pixels, size)
  if (there >= size.rows / 2) return
  throw new HilumError(
    'DECODE_TRUNCATED',
    `${name} ends early, after ${there} of ${size.rows} rows; copy it again from its source.`,
  )
}

async function rasterOf(file: FilmFile, kind: RasterKind, frame: number): Promise<Raster> {
  switch (kind) {
    case 'png':
      return await decodePng(file)
    case 'jpeg':
      return await decodeJpeg(file)
    case 'bmp':
      return decodeBmp(file)
    case 'tiff':
    case 'webp':
    case 'gif':
      return await decodeWithSharp(file, frame)
  }
}
