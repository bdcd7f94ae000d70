import { GRID_DARK, GRID_LIGHT } from '../../shared/heat-grid.ts'

const WHITE = `rgb(255 255 255 / ${GRID_LIGHT})`

/** Where a level or upright line is as thin as a pixel, and not two half ones. */
export const middleOfPixel = (at: number) => Math.round(at - 0.5) + 0.5

/** A thin light line in a dark edge, in device pixels: seen on bone and on air. */
export function strokeToBeSeen(context: CanvasRenderingContext2D, path: Path2D, colour = WHITE): void {
  context.resetTransform()
  context.globalAlpha = 1
  context.lineWidth = 3
  context.strokeStyle = `rgb(0 0 0 / ${GRID_DARK})`
  context.stroke(path)
  context.lineWidth = 1
  context.strokeStyle = colour
  context.stroke(path)
}
