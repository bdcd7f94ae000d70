import type { HeatMap } from '../../shared/analysis.ts'
import { heatColour } from '../../shared/heat-colour.ts'
import { heatShare } from '../../shared/heat-share.ts'
import { encodeJpeg, resizePicture } from '../adapters/sharp.ts'
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
  const coloured = withHeat(grey, heat, picture)
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

/** Each pixel's grey mixed with the map's colour there; `film` is what the map's places refer to. */
function withHeat({ rows, columns, samples }: Grey, heat: HeatMap, film: ReportPicture): Uint8Array {
  const mixed = new Uint8Array(samples.length * 3)
  const [stepX, stepY] = [film.columns / columns, film.rows / rows]
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      // The centre of this pixel in the film's pixels, whose centres are at whole numbers.
      const share = heatShare(heat, (column + 0.5) * stepX - 0.5, (row + 0.5) * stepY - 0.5)
      const [red, green, blue, alpha] = heatColour(share)
      const grey = samples[i] ?? 0
      mixed[i * 3] = mix(grey, red, alpha)
      mixed[i * 3 + 1] = mix(grey, green, alpha)
      mixed[i * 3 + 2] = mix(grey, blue, alpha)
    }
  }
  return mixed
}

function mix(grey: number, colour: number, alpha: number): number {
  return Math.round(grey + ((colour - grey) * alpha) / 255)
}
