import { HilumError } from '../../shared/errors.ts'
import { decodeWithSharp } from './decode/raster/decode-with-sharp.ts'
import { rasterFilm } from './decode/raster/raster-film.ts'
import { sniffRaster } from './decode/sniff.ts'
import type { DecodedFilm, FilmFile } from './film.ts'

interface DicomReader {
  decodeDicom(file: FilmFile, frame: number): DecodedFilm | Promise<DecodedFilm>
  looksLikeDicom(bytes: Uint8Array): boolean
}

/** The stored values of one frame (from 0). What the file is, its content says; its name is not asked. */
export async function decode(file: FilmFile, frame = 0): Promise<DecodedFilm> {
  const kind = sniffRaster(file.bytes)
  if (kind !== null) return rasterFilm(file, kind, frame, await decodeWithSharp(file, frame))
  const { looksLikeDicom, decodeDicom } = await dicomReader()
  if (looksLikeDicom(file.bytes)) return await decodeDicom(file, frame)
  throw new HilumError('DECODE_NOT_AN_IMAGE', `${file.name} is no image that Hilum knows.`)
}

async function dicomReader(): Promise<DicomReader> {
  const folder = './decode/dicom/'
  const [decoder, sniffer] = await Promise.all([
    import(`${folder}decode-dicom.ts`) as Promise<Pick<DicomReader, 'decodeDicom'>>,
    import(`${folder}looks-like-dicom.ts`) as Promise<Pick<DicomReader, 'looksLikeDicom'>>,
  ])
  return { decodeDicom: decoder.decodeDicom, looksLikeDicom: sniffer.looksLikeDicom }
}
