import { encodeJpeg } from '../adapters/sharp.ts'
import { heatOverGrey } from './heat-over-grey.ts'
import type { ReportFilm } from './report-input.ts'

export interface PrintedPicture {
  readonly jpeg: Buffer
  /** Height over width on paper. */
  readonly shape: number
}

export interface FilmPictures {
  readonly film: PrintedPicture | null
  /** The same film with the map over it. */
  readonly heat: PrintedPicture | null
}

const QUALITY = 90

export async function printPictures({ row, picture, heat }: ReportFilm): Promise<FilmPictures> {
  if (!picture) return { film: null, heat: null }
  const { rows, columns, grey: samples, pixelAspect } = picture
  const shape = (rows / columns) * pixelAspect
  const film = await encodeJpeg({ rows, columns, channels: 1, bits: 8, samples }, QUALITY)
  if (!heat || row.status !== 'scored') return { film: { jpeg: film, shape }, heat: null }
  const coloured = await heatOverGrey({ rows, columns, samples }, heat)
  const over = await encodeJpeg({ rows, columns, channels: 3, bits: 8, samples: coloured }, QUALITY)
  return { film: { jpeg: film, shape }, heat: { jpeg: over, shape } }
}
