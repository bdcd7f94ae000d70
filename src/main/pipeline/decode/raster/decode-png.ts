import type { FilmFile } from '../../film.ts'
import { decodeWithSharp } from './decode-with-sharp.ts'
import type { Raster } from './raster-film.ts'

export async function decodePng(file: FilmFile): Promise<Raster> {
  return await decodeWithSharp(file)
}
