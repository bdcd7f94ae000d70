import { encodeJpeg, resizePicture } from '../adapters/sharp.ts'
import { heatOverGrey } from './heat-over-grey.ts'
import type { ReportFilm, ReportPicture } from './report-input.ts'

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

/** Half a page's width at about 300 dots an inch. */
const LONGEST_EDGE = 1024
const QUALITY = 90

interface Grey {
  readonly rows: number
  readonly columns: number
  readonly samples: Uint8Array
}

export async function printPictures({ row, picture, heat }: ReportFilm): Promise<FilmPictures> {
  if (!picture) return { film: null, heat: null }
  const grey = await reduced(picture)
  const shape = (picture.rows / picture.columns) * picture.pixelAspect
  const film = await encodeJpeg({ ...grey, channels: 1, bits: 8 }, QUALITY)
  if (!heat || row.status !== 'scored') return { film: { jpeg: film, shape }, heat: null }
  const coloured = await heatOverGrey(grey, heat, picture.columns / grey.columns, picture.rows / grey.rows)
  const over = await encodeJpeg({ ...grey, samples: coloured, channels: 3, bits: 8 }, QUALITY)
  return { film: { jpeg: film, shape }, heat: { jpeg: over, shape } }
}

async function reduced({ rows, columns, grey }: ReportPicture): Promise<Grey> {
  const scale = Math.min(1, LONGEST_EDGE / Math.max(rows, columns))
  const samples = Uint8Array.from(grey)
  if (scale === 1) return { rows, columns, samples }
  const size = {
    rows: Math.max(1, Math.round(rows * scale)),
    columns: Math.max(1, Math.round(columns * scale)),
  }
  const small = await resizePicture({ rows, columns, channels: 1, bits: 8, samples }, size)
  return { ...size, samples: Uint8Array.from(small.samples) }
}
