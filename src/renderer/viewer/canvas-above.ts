import type { CanvasSize, Extent, FilmToCanvas } from './view.ts'

/** A canvas above the film, on which something is laid that moves with it. */
export class CanvasAbove {
  readonly #canvas: HTMLCanvasElement

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas
  }

  resize({ width, height }: CanvasSize): void {
    this.#canvas.width = width
    this.#canvas.height = height
  }

  clear(): void {
    const { width, height } = this.#canvas
    const context = this.#canvas.getContext('2d')
    context?.resetTransform()
    context?.clearRect(0, 0, width, height)
  }

  /** `draw` works in device pixels, on all of the canvas. */
  protected paintFreely(draw: (context: CanvasRenderingContext2D) => void): void {
    this.clear()
    const context = this.#canvas.getContext('2d')
    if (context) draw(context)
  }

  /** `draw` works in film coordinates and reaches no further than the film. */
  protected paint(to: FilmToCanvas, film: Extent, draw: (context: CanvasRenderingContext2D) => void): void {
    this.clear()
    const context = this.#canvas.getContext('2d')
    if (!context) return
    context.save()
    context.setTransform(to.scaleX, 0, 0, to.scaleY, to.shiftX, to.shiftY)
    context.beginPath()
    context.rect(0, 0, film.columns, film.rows)
    context.clip()
    draw(context)
    context.restore()
  }
}
