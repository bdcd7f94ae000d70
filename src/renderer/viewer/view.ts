// Where the film lies on the canvas. Film coordinates count from the film's upper left corner, so the centre of its
// first pixel is (0.5, 0.5); canvas coordinates are device pixels.

import { pixelShape, type Shaped } from '../../shared/measuring/pixel-shape.ts'
import type { Point } from '../../shared/point.ts'

export interface CanvasSize {
  readonly width: number
  readonly height: number
}

export interface Extent extends Shaped {
  readonly rows: number
  readonly columns: number
}

/** 'fit' follows the canvas when it changes size; 'placed' keeps its scale and the point in the middle. */
export type View =
  { readonly kind: 'fit' } | { readonly kind: 'placed'; readonly scale: number; readonly centre: Point }

/** canvas x = scaleX * film x + shiftX, and y likewise. */
export interface FilmToCanvas {
  readonly scaleX: number
  readonly scaleY: number
  readonly shiftX: number
  readonly shiftY: number
}

/** `scale` is device pixels for the shorter side of a film pixel; `centre` is the film point in the canvas's middle. */
export interface Placement {
  readonly scale: number
  readonly centre: Point
}

export const fitted: View = { kind: 'fit' }
const narrowestScale = 0.02
const widestScale = 64

export function placementOf(view: View, film: Extent, canvas: CanvasSize): Placement {
  if (view.kind === 'placed') return view
  const { across, down } = pixelShape(film)
  return {
    scale: Math.min(canvas.width / (film.columns * across), canvas.height / (film.rows * down)),
    centre: { x: film.columns / 2, y: film.rows / 2 },
  }
}

export function filmToCanvas(view: View, film: Extent, canvas: CanvasSize): FilmToCanvas {
  const { scale, centre } = placementOf(view, film, canvas)
  const { across, down } = pixelShape(film)
  const scaleX = scale * across
  const scaleY = scale * down
  return {
    scaleX,
    scaleY,
    shiftX: canvas.width / 2 - scaleX * centre.x,
    shiftY: canvas.height / 2 - scaleY * centre.y,
  }
}

export interface Zoom {
  readonly film: Extent
  readonly canvas: CanvasSize
  readonly factor: number
  /** The point of the canvas that stays where it is. */
  readonly at: Point
}

export function zoomed(view: View, { film, canvas, factor, at }: Zoom): View {
  const before = filmToCanvas(view, film, canvas)
  const { scale } = placementOf(view, film, canvas)
  const next = Math.min(Math.max(scale * factor, narrowestScale), widestScale)
  const ratio = next / scale
  const held = { x: (at.x - before.shiftX) / before.scaleX, y: (at.y - before.shiftY) / before.scaleY }
  return {
    kind: 'placed',
    scale: next,
    centre: {
      x: held.x - (at.x - canvas.width / 2) / (before.scaleX * ratio),
      y: held.y - (at.y - canvas.height / 2) / (before.scaleY * ratio),
    },
  }
}

export interface Pan {
  readonly film: Extent
  readonly canvas: CanvasSize
  /** In canvas pixels. */
  readonly by: Point
}

/** The middle of the canvas never leaves the film, so that a film cannot be lost. */
export function panned(view: View, { film, canvas, by }: Pan): View {
  const { scaleX, scaleY } = filmToCanvas(view, film, canvas)
  const { scale, centre } = placementOf(view, film, canvas)
  return {
    kind: 'placed',
    scale,
    centre: {
      x: Math.min(Math.max(centre.x - by.x / scaleX, 0), film.columns),
      y: Math.min(Math.max(centre.y - by.y / scaleY, 0), film.rows),
    },
  }
}

/** Two that show the same. */
export function sameView(one: View, other: View): boolean {
  if (one.kind === 'fit' || other.kind === 'fit') return one.kind === other.kind
  const [a, b] = [one.centre, other.centre]
  return one.scale === other.scale && a.x === b.x && a.y === b.y
}

/** One device pixel for the shorter side of a film pixel. */
export function actualSize(film: Extent): View {
  return { kind: 'placed', scale: 1, centre: { x: film.columns / 2, y: film.rows / 2 } }
}
