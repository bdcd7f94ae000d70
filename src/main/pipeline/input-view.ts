// Where the model's input lies on the film. The tensor is cut by it and the heat map is laid back by it, so the
// two cannot drift apart.

import type { Card } from '../../shared/card.ts'

/** How a film is brought to the size that a model takes. */
export type InputSize = Pick<Card['input'], 'width' | 'height' | 'fit'>

export interface InputView {
  /** The part of the input that the film fills, in input pixels; all of it when squished. */
  readonly filled: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** Film pixels for one input pixel. */
  readonly scaleX: number
  readonly scaleY: number
}

export function inputView(film: { rows: number; columns: number }, input: InputSize): InputView {
  const filled =
    input.fit === 'squish' ? { x: 0, y: 0, width: input.width, height: input.height } : letterbox(film, input)
  return { filled, scaleX: film.columns / filled.width, scaleY: film.rows / filled.height }
}

function letterbox(film: { rows: number; columns: number }, input: InputSize): InputView['filled'] {
  const scale = Math.min(input.width / film.columns, input.height / film.rows)
  // Whole pixels: a film's edge inside an input pixel would be mixed with the bar beside it.
  const width = Math.max(1, Math.round(film.columns * scale))
  const height = Math.max(1, Math.round(film.rows * scale))
  return {
    x: Math.floor((input.width - width) / 2),
    y: Math.floor((input.height - height) / 2),
    width,
    height,
  }
}

/** From a point of the input to the point of the film that it shows. */
export function inputToFilm(view: InputView, x: number, y: number): { x: number; y: number } {
  return { x: (x - view.filled.x) * view.scaleX, y: (y - view.filled.y) * view.scaleY }
}
