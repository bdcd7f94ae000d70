import type { DecodedFilm, FilmFile } from '../../film.ts'
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
  return rasterFilm(file, kind, frame, await rasterOf(file, kind, frame))
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
