import { decodePicture, pictureSize } from '../../../adapters/sharp.ts'
import { HilumError } from '../../../../shared/errors.ts'
import type { FilmFile } from '../../film.ts'
import { refuseTooLarge } from '../size-limit.ts'
import { layOnBlack } from './lay-on-black.ts'
import type { Raster } from './raster-film.ts'
import { truncated } from './truncated.ts'

/** TIFF, WebP, GIF, and whatever the faster readers of PNG and JPEG leave alone. */
export async function decodeWithSharp(file: FilmFile, frame: number): Promise<Raster> {
  const size = await pictureSize(file)
  refuseTooLarge(file.name, size)
  if (frame < 0 || frame >= size.pages) {
    throw new HilumError(
      'DECODE_NO_SUCH_FRAME',
      `${file.name} has ${size.pages} ${size.pages === 1 ? 'picture' : 'pictures'}, so there is no number ${frame + 1}.`,
    )
  }
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
