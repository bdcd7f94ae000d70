// A heat map as a picture of its own grid, to be laid over the film. Values are interpolated before they are
// coloured, since a mix of two colours of the scale need not be on the scale.

import type { HeatMap } from '../../shared/analysis.ts'
import { heatColour } from '../../shared/heat-colour.ts'
import { heatShare } from '../../shared/heat-share.ts'

/** A rectangle of the film, from the film's upper left corner. */
export interface FilmArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface HeatMapRaster {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8ClampedArray<ArrayBuffer>
  /** Where on the film the raster lies. */
  readonly area: FilmArea
}

const SHORTEST_SIDE = 256

/** All that the grid's cells cover: half a cell beyond the outer centres, and nothing farther. */
export function gridArea({
  placement,
  rows,
  columns,
}: Pick<HeatMap, 'placement' | 'rows' | 'columns'>): FilmArea {
  const { originX, originY, cellWidth, cellHeight } = placement
  return {
    x: originX - cellWidth / 2,
    y: originY - cellHeight / 2,
    width: columns * cellWidth,
    height: rows * cellHeight,
  }
}

export function heatMapRaster(map: HeatMap): HeatMapRaster {
  const fineness = Math.ceil(SHORTEST_SIDE / Math.min(map.rows, map.columns))
  const [width, height] = [map.columns * fineness, map.rows * fineness]
  const area = gridArea(map)
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let row = 0; row < height; row++) {
    const y = area.y + ((row + 0.5) / height) * area.height
    for (let column = 0; column < width; column++) {
      const x = area.x + ((column + 0.5) / width) * area.width
      rgba.set(heatColour(heatShare(map, x, y)), (row * width + column) * 4)
    }
  }
  return { width, height, rgba, area }
}
