import type { FilmFile } from '../../film.ts'
import { refuseHollow, refuseTooLarge } from '../size-limit.ts'
import { decodeWithSharp } from './decode-with-sharp.ts'
import { pngHeader } from './png-header.ts'
import { pngImageData } from './png-image-data.ts'
import { LEAST_COLUMNS, MOST_COLUMNS, unfilterGrey } from './png-unfilter.ts'
import type { Raster } from './raster-film.ts'

/**
 * Plain grey PNG of 8 bits, which most collections of films are in, by our own inflating, which is faster there; every
 * other kind, and damage, by sharp.
 */
export async function decodePng(file: FilmFile): Promise<Raster> {
  const header = pngHeader(file.bytes)
  if (header === null) return await decodeWithSharp(file)
  refuseTooLarge(file.name, header)
  refuseHollow(file, header)
  const isOurs = header.isPlainGrey && header.columns >= LEAST_COLUMNS && header.columns <= MOST_COLUMNS
  const data = isOurs ? pngImageData(file.bytes, header) : null
  if (data === null) return await decodeWithSharp(file)
  const { rows, columns } = header
  const pixels = unfilterGrey(data, header, file.allocate)
  return { rows, columns, samplesPerPixel: 1, bits: 8, pixels, frames: 1, warnings: [] }
}
