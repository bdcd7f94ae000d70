import type { CanvasSize, Extent, FilmToCanvas } from './view.ts'

/**
 * A canvas above the film, on which something is laid that moves with it. One with nothing on it takes no part in the
 * page: a browser puts every visible canvas on the screen anew whenever any text of the page changes, and takes new
 * memory for that where the last picture is still in use.
 */
export class CanvasAbove {
  readonly #canvas: HTMLCanvasElement
  #size: CanvasSize = { width: 0, height: 0 }

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas
    this.clear()
  }

  /** What was drawn is gone. */
  resize(size: CanvasSize): void {
    this.#size = size
    this.clear()
  }

  clear(): void {
    this.#canvas.hidden = true
    // Gives its memory back.
    this.#canvas.width = 0
    this.#canvas.height = 0
  }

  /** `draw` works in device pixels, on all of the canvas. */
  protected paintFreely(draw: (context: CanvasRenderingContext2D) => void): void {
    const context = this.#blank()
    if (context) draw(context)
  }

  /** `draw` works in film coordinates and reaches no further than the film. */
  protected paint(to: FilmToCanvas, film: Extent, draw: (context: CanvasRenderingContext2D) => void): void {
    const context = this.#blank()
    if (!context) return
    context.save()
    context.setTransform(to.scaleX, 0, 0, to.scaleY, to.shiftX, to.shiftY)
    context.beginPath()
    context.rect(0, 0, film.columns, film.rows)
    context.clip()
    draw(context)
    context.restore()
  }

  /** The whole canvas, with nothing on it. */
  #blank(): CanvasRenderingContext2D | null {
    const { width, height } = this.#size
    const canvas = this.#canvas
    const context = canvas.getContext('2d')
    if (canvas.hidden) {
      canvas.width = width
      canvas.height = height
      canvas.hidden = false
    } else {
      context?.resetTransform()
      context?.clearRect(0, 0, width, height)
    }
    return context
  }
}
