// A film with one class's heat map over it and what must be said of the two, as one picture to hand on.

import { join } from 'node:path'
import type { HeatMap } from '../../shared/analysis.ts'
import { gridLines } from '../../shared/heat-grid.ts'
import { drawText, encodePng, layOut, resizePicture, type Layer, type Picture } from '../adapters/sharp.ts'
import type { Picture as FilmPicture } from '../pipeline/picture.ts'
import { colourOverGrey, heatOverGrey } from '../report/heat-over-grey.ts'
import { measure } from '../report/number-text.ts'
import { drawGrid } from './draw-grid.ts'
import { heatMapCaption, type CaptionInput } from './heat-map-caption.ts'
import { heatOnPicture } from './report-film.ts'

export interface HeatMapPictureInput extends CaptionInput {
  readonly picture: FilmPicture
  /** Height of a pixel over its width. */
  readonly pixelAspect: number
}

const SHEET = '#14171a'
const INK = '#f2f4f5'
const QUIET = '#a9b2b8'
const EDGE = 20
const GAP = 12
const BAR_WIDTH = 18
const BAR_TEXT_WIDTH = 64
const NARROWEST_TEXT = 420

/** A PNG. `assetsFolder` holds the fonts in `fonts/`. */
export async function heatMapPicture(input: HeatMapPictureInput, assetsFolder: string): Promise<Buffer> {
  const film = await withRightShape(await withHeat(input), input.pixelAspect)
  const textWidth = Math.max(film.columns + GAP + BAR_WIDTH + GAP + BAR_TEXT_WIDTH, NARROWEST_TEXT)
  const letters = lettering(assetsFolder, textWidth)
  const layers: Layer[] = [{ picture: film, left: EDGE, top: EDGE }]
  layers.push(...(await colourBar(input.heat, film, letters)))
  const caption = stacked(await captionLines(input, letters), EDGE + film.rows + GAP)
  layers.push(...caption.layers)
  const sheet = { columns: textWidth + 2 * EDGE, rows: caption.bottom + EDGE, colour: SHEET }
  return encodePng(await layOut(sheet, layers))
}

type Letters = (words: string, size: number, colour: string) => Promise<Picture>

function lettering(assetsFolder: string, width: number): Letters {
  const fontFile = join(assetsFolder, 'fonts', 'SourceSans3-Regular.ttf')
  return (words, size, colour) => drawText(words, { fontFile, family: 'Source Sans 3', size, width, colour })
}

async function withHeat({ picture, heat, grid }: HeatMapPictureInput): Promise<Picture> {
  const { rows, columns, grey } = picture
  const onPicture = heatOnPicture(heat, picture)
  const samples = await heatOverGrey({ rows, columns, samples: grey }, onPicture)
  if (grid) drawGrid(samples, { rows, columns }, gridLines(onPicture))
  return { rows, columns, channels: 3, bits: 8, samples }
}

/** PS3.3 C.7.6.3.1.7: pixels that are not square are made so by stretching the film, never by shrinking it. */
async function withRightShape(film: Picture, aspect: number): Promise<Picture> {
  if (aspect === 1) return film
  const rows = Math.round(film.rows * Math.max(1, aspect))
  const columns = Math.round(film.columns * Math.max(1, 1 / aspect))
  return resizePicture(film, { rows, columns })
}

// What the bar's colours lie over: the grey of a lung field, as they do on the film.
const FILM_GREY = 96

/** The fixed scale, from 0 at the bottom to full scale at the top. */
async function colourBar(heat: HeatMap, film: Picture, letters: Letters): Promise<Layer[]> {
  const samples = new Uint8Array(BAR_WIDTH * film.rows * 3)
  for (let row = 0; row < film.rows; row++) {
    const colour = colourOverGrey(FILM_GREY, 1 - (row + 0.5) / film.rows)
    for (let column = 0; column < BAR_WIDTH; column++) samples.set(colour, (row * BAR_WIDTH + column) * 3)
  }
  const left = EDGE + film.columns + GAP
  const bar = { rows: film.rows, columns: BAR_WIDTH, channels: 3, bits: 8, samples } as const
  const layers: Layer[] = [{ picture: bar, left, top: EDGE }]
  for (const share of [0, 0.5, 1]) {
    const words = await letters(measure(share * heat.fullScale), 15, QUIET)
    const top = EDGE + Math.round((1 - share) * (film.rows - words.rows))
    layers.push({ picture: words, left: left + BAR_WIDTH + 8, top })
  }
  return layers
}

interface Line {
  readonly picture: Picture
  readonly height: number
}

async function captionLines(input: HeatMapPictureInput, letters: Letters): Promise<Line[]> {
  return Promise.all(
    heatMapCaption(input).map(async ({ text, size, quiet }) => {
      const picture = await letters(text, size, quiet ? QUIET : INK)
      // The picture ends where the ink does; a line of words without tails needs its room all the same.
      return { picture, height: Math.max(Math.round(size * 1.4), picture.rows + Math.round(size * 0.6)) }
    }),
  )
}

function stacked(lines: readonly Line[], top: number): { layers: Layer[]; bottom: number } {
  const layers: Layer[] = []
  let y = top
  for (const { picture, height } of lines) {
    layers.push({ picture, left: EDGE, top: y })
    y += height
  }
  return { layers, bottom: y }
}
