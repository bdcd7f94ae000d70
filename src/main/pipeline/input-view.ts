// Where the model's input lies on the film. The tensor is cut by it and the heat map is laid back by it, so the
// two cannot drift apart.

import type { Card } from '../../shared/card.ts'
import type { LungBox } from '../../shared/lungs.ts'
import { lungsRegion } from './input-view/lungs-region.ts'
import type { Region } from './resample.ts'

/** The size that a part of a film is brought to, and how. */
export type InputSize = Pick<Card['input'], 'width' | 'height' | 'fit'>

export interface InputView {
  /** The part of the film that the model sees; its edges lie between whole pixels. */
  readonly region: Region
  /** The part of the input that the region fills, in input pixels; all of it when squished. */
  readonly filled: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** Film pixels for one input pixel. */
  readonly scaleX: number
  readonly scaleY: number
}

interface FilmSize {
  readonly rows: number
  readonly columns: number
}

/** What a model sees of a film. Where no lungs were found, a model that wants them is shown the whole film. */
export function inputView(
  film: FilmSize,
  lungs: { readonly box: LungBox | null } | null,
  input: Card['input'],
): InputView {
  const box = input.view === 'lungs' ? (lungs?.box ?? null) : null
  return fitted(box === null ? wholeFilm(film) : lungsRegion(film, box, input.margin), input)
}

export function wholeFilmView(film: FilmSize, size: InputSize): InputView {
  return fitted(wholeFilm(film), size)
}

/** From a point of the input to the point of the film that it shows. */
export function inputToFilm({ region, filled, scaleX, scaleY }: InputView, x: number, y: number): Point {
  return { x: region.left + (x - filled.x) * scaleX, y: region.top + (y - filled.y) * scaleY }
}

interface Point {
  readonly x: number
  readonly y: number
}

function wholeFilm({ rows, columns }: FilmSize): Region {
  return { left: 0, top: 0, right: columns, bottom: rows }
}

function fitted(region: Region, size: InputSize): InputView {
  const across = region.right - region.left
  const down = region.bottom - region.top
  const filled =
    size.fit === 'squish'
      ? { x: 0, y: 0, width: size.width, height: size.height }
      : letterbox({ rows: down, columns: across }, size)
  return { region, filled, scaleX: across / filled.width, scaleY: down / filled.height }
}

function letterbox({ rows, columns }: FilmSize, input: InputSize): InputView['filled'] {
  const scale = Math.min(input.width / columns, input.height / rows)
  // Whole pixels: a film's edge inside an input pixel would be mixed with the bar beside it.
  const width = Math.max(1, Math.round(columns * scale))
  const height = Math.max(1, Math.round(rows * scale))
  return {
    x: Math.floor((input.width - width) / 2),
    y: Math.floor((input.height - height) / 2),
    width,
    height,
  }
}
