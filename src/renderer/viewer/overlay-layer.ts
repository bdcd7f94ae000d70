import { CanvasAbove } from './canvas-above.ts'
import { overlayRaster } from './overlay-raster.ts'
import { reductionFor } from './reduced-film.ts'
import type { Extent, FilmToCanvas } from './view.ts'

interface Painted {
  readonly plane: Uint8Array
  readonly by: number
  readonly canvas: OffscreenCanvas
}

/** The overlays are painted once for each reduction of the film and then only moved with it. */
export class OverlayLayer extends CanvasAbove {
  #painted: Painted | null = null

  draw(plane: Uint8Array, to: FilmToCanvas, film: Extent): void {
    const scale = Math.min(to.scaleX, to.scaleY)
    const by = reductionFor(scale)
    if (this.#painted?.plane !== plane || this.#painted.by !== by) this.#painted = paint(plane, film, by)
    const { canvas } = this.#painted
    this.paint(to, film, (context) => {
      // As the film's own pixels are shown when they are magnified.
      context.imageSmoothingEnabled = scale < 4
      context.drawImage(canvas, 0, 0, film.columns, film.rows)
    })
  }
}

function paint(plane: Uint8Array, film: Extent, by: number): Painted {
  const { rows, columns, rgba } = overlayRaster(plane, film, by)
  const canvas = new OffscreenCanvas(columns, rows)
  canvas.getContext('2d')?.putImageData(new ImageData(rgba, columns, rows), 0, 0)
  return { plane, by, canvas }
}
