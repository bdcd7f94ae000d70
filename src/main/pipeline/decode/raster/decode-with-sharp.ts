import { openPicture } from '../../../adapters/sharp.ts'
import type { FilmFile } from '../../film.ts'
import { refuseHollow, refuseTooLarge } from '../size-limit.ts'
import { layOnBlack } from './lay-on-black.ts'
import type { Raster } from './raster-film.ts'
import { refuseOtherFrames } from './refuse-other-frames.ts'
import { truncated } from './truncated.ts'

/** TIFF, WebP, GIF, and whatever the faster readers of PNG and JPEG leave alone. */
export async function decodeWithSharp(file: FilmFile, frame = 0): Promise<Raster> {
  const opened = await openPicture(file)
  refuseTooLarge(file.name, opened)
  refuseHollow(file, opened)
  refuseOtherFrames(file.name, frame, opened.pages)
  const picture = await opened.decode(frame)
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
