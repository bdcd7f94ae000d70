import type { HeatMap } from './analysis.ts'

/**
 * The map at a pixel of the film as a share of its full scale, between the cells linearly. Cells reach half their
 * size beyond their centres; outside of that the map says nothing and the share is 0.
 */
export function heatShare(map: HeatMap, x: number, y: number): number {
  const { originX, originY, cellWidth, cellHeight } = map.placement
  const column = (x - originX) / cellWidth
  const row = (y - originY) / cellHeight
  if (!(column >= -0.5 && column <= map.columns - 0.5 && row >= -0.5 && row <= map.rows - 0.5)) return 0
  const left = Math.min(Math.max(Math.floor(column), 0), Math.max(map.columns - 2, 0))
  const top = Math.min(Math.max(Math.floor(row), 0), Math.max(map.rows - 2, 0))
  const across = Math.min(Math.max(column - left, 0), 1)
  const down = Math.min(Math.max(row - top, 0), 1)
  const above = mix(cell(map, top, left), cell(map, top, left + 1), across)
  const below = mix(cell(map, top + 1, left), cell(map, top + 1, left + 1), across)
  return mix(above, below, down) / map.fullScale
}

/** The largest value of the map and of the drawn picture alike: interpolation never exceeds its cells. */
export function hottestValue({ values }: HeatMap): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity)
}

function cell({ rows, columns, values }: HeatMap, row: number, column: number): number {
  return values[Math.min(row, rows - 1) * columns + Math.min(column, columns - 1)] ?? 0
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share
}
