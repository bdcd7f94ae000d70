import { decodePicture, pictureSize } from '../../../adapters/sharp.ts'
import type { FilmFile } from '../../film.ts'
import { refuseHollow, refuseTooLarge } from '../size-limit.ts'
import { layOnBlack } from './lay-on-black.ts'
import type { Raster } from './raster-film.ts'
import { refuseOtherFrames } from './refuse-other-frames.ts'
import { truncated } from './truncated.ts'

/** TIFF, WebP, GIF, and whatever the faster readers of PNG and JPEG leave alone. */
export async function decodeWithSharp(file: FilmFile, frame = 0): Promise<Raster> {
  const size = await pictureSize(file)
  refuseTooLarge(file.name, size)
  refuseHollow(file, size)
  refuseOtherFrames(file.name, frame, size.pages)
  const picture = await decodePicture(file, frame)
  return {
    rows: picture.rows,
    columns: picture.columns,
    samplesPerPixel: picture.channels < 3 ? 1 : 3,
    bits: picture.bits,
    pixels: layOnBlack(picture),
    frames: picture.pages,
    warnings: picture.truncated ? [truncated(file.name)] : [],
  }
}
