import type { HeatMap } from '../../shared/analysis.ts'
import { CanvasAbove } from './canvas-above.ts'
import { heatMapRaster, type HeatMapRaster } from './heat-map-raster.ts'
import type { Extent, FilmToCanvas } from './view.ts'

interface Painted {
  readonly map: HeatMap
  readonly raster: HeatMapRaster
  readonly canvas: OffscreenCanvas
}

/** A map is coloured once and then only moved with the film. */
export class HeatMapLayer extends CanvasAbove {
  #painted: Painted | null = null

  draw({ map, strength }: { map: HeatMap; strength: number }, to: FilmToCanvas, film: Extent): void {
    if (this.#painted?.map !== map) this.#painted = paint(map)
    const { raster, canvas } = this.#painted
    const { x, y, width, height } = raster.area
    this.paint(to, film, (context) => {
      context.globalAlpha = strength
      context.drawImage(canvas, x, y, width, height)
    })
  }
}

function paint(map: HeatMap): Painted {
  const raster = heatMapRaster(map)
  const canvas = new OffscreenCanvas(raster.width, raster.height)
  canvas.getContext('2d')?.putImageData(new ImageData(raster.rgba, raster.width, raster.height), 0, 0)
  return { map, raster, canvas }
}
