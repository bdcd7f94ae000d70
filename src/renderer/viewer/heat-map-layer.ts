import type { HeatMap } from '../../shared/analysis.ts'
import { gridLines } from '../../shared/heat-grid.ts'
import { CanvasAbove } from './canvas-above.ts'
import { heatMapRaster, type HeatMapRaster } from './heat-map-raster.ts'
import type { DrawnHeat } from './scene.ts'
import { middleOfPixel, strokeToBeSeen } from './stroke-to-be-seen.ts'
import type { Extent, FilmToCanvas } from './view.ts'

interface Painted {
  readonly map: HeatMap
  readonly raster: HeatMapRaster
  readonly canvas: OffscreenCanvas
}

/** A map is coloured once and then only moved with the film. */
export class HeatMapLayer extends CanvasAbove {
  #painted: Painted | null = null

  draw({ map, strength, grid }: DrawnHeat, to: FilmToCanvas, film: Extent): void {
    if (this.#painted?.map !== map) this.#painted = paint(map)
    const { raster, canvas } = this.#painted
    const { x, y, width, height } = raster.area
    this.paint(to, film, (context) => {
      context.globalAlpha = strength
      context.drawImage(canvas, x, y, width, height)
      if (grid) strokeToBeSeen(context, gridPath(map, to))
    })
  }
}

/** On whole device pixels, so that every line is as thin as the next. */
function gridPath(map: HeatMap, to: FilmToCanvas): Path2D {
  const path = new Path2D()
  const { upright, level } = gridLines(map)
  const across = upright.map((x) => middleOfPixel(to.scaleX * x + to.shiftX))
  const down = level.map((y) => middleOfPixel(to.scaleY * y + to.shiftY))
  for (const x of across) {
    path.moveTo(x, down[0]!)
    path.lineTo(x, down.at(-1)!)
  }
  for (const y of down) {
    path.moveTo(across[0]!, y)
    path.lineTo(across.at(-1)!, y)
  }
  return path
}

function paint(map: HeatMap): Painted {
  const raster = heatMapRaster(map)
  const canvas = new OffscreenCanvas(raster.width, raster.height)
  canvas.getContext('2d')?.putImageData(new ImageData(raster.rgba, raster.width, raster.height), 0, 0)
  return { map, raster, canvas }
}
