import type { HeatMap } from '../../shared/analysis.ts'
import { heatMapRaster, type HeatMapRaster } from './heat-map-raster.ts'
import type { CanvasSize, Extent, FilmToCanvas } from './view.ts'

interface Painted {
  readonly map: HeatMap
  readonly raster: HeatMapRaster
  readonly canvas: OffscreenCanvas
}

/** The canvas above the film. A map is coloured once and then only moved with the film. */
export class HeatMapLayer {
  readonly #canvas: HTMLCanvasElement
  #painted: Painted | null = null

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

  draw({ map, strength }: { map: HeatMap; strength: number }, to: FilmToCanvas, film: Extent): void {
    this.clear()
    const context = this.#canvas.getContext('2d')
    if (!context) return
    if (this.#painted?.map !== map) this.#painted = paint(map)
    const { raster, canvas } = this.#painted
    const { x, y, width, height } = raster.area
    context.save()
    context.setTransform(to.scaleX, 0, 0, to.scaleY, to.shiftX, to.shiftY)
    context.beginPath()
    context.rect(0, 0, film.columns, film.rows)
    context.clip()
    context.globalAlpha = strength
    context.drawImage(canvas, x, y, width, height)
    context.restore()
  }
}

function paint(map: HeatMap): Painted {
  const raster = heatMapRaster(map)
  const canvas = new OffscreenCanvas(raster.width, raster.height)
  canvas.getContext('2d')?.putImageData(new ImageData(raster.rgba, raster.width, raster.height), 0, 0)
  return { map, raster, canvas }
}
