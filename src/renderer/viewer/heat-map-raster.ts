// A heat map as a picture of its own grid, to be laid over the film. Values are interpolated before they are
// coloured, since a mix of two colours of the scale need not be on the scale.

import type { HeatMap } from '../../shared/analysis.ts'
import { heatColour } from '../../shared/heat-colour.ts'
import { gridArea, type FilmArea } from '../../shared/heat-grid.ts'
import { heatShare } from '../../shared/heat-share.ts'

export interface HeatMapRaster {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8ClampedArray<ArrayBuffer>
  /** Where on the film the raster lies. */
  readonly area: FilmArea
}

const SHORTEST_SIDE = 640
const SHADES = 1024

export function heatMapRaster(map: HeatMap): HeatMapRaster {
  const fineness = Math.ceil(SHORTEST_SIDE / Math.min(map.rows, map.columns))
  const [width, height] = [map.columns * fineness, map.rows * fineness]
  const area = gridArea(map)
  const colours = colourTable()
  const rgba = new Uint32Array(width * height)
  for (let row = 0; row < height; row++) {
    const y = area.y + ((row + 0.5) / height) * area.height
    for (let column = 0; column < width; column++) {
      const x = area.x + ((column + 0.5) / width) * area.width
      rgba[row * width + column] = colours[shade(heatShare(map, x, y))]!
    }
  }
  return { width, height, rgba: new Uint8ClampedArray(rgba.buffer), area }
}

function shade(share: number): number {
  return Math.round(Math.min(Math.max(share, 0), 1) * SHADES)
}

/** The scale's colours in steps too fine to be seen, each as the four bytes of a pixel. */
function colourTable(): Uint32Array {
  const bytes = new Uint8Array((SHADES + 1) * 4)
  for (let step = 0; step <= SHADES; step++) bytes.set(heatColour(step / SHADES), step * 4)
  return new Uint32Array(bytes.buffer)
}
