// ISO/IEC 15444-1 B.3 to B.5: how a picture divides into tiles, and a tile into resolutions and sub-bands.

import { common, halved, type Area } from './area.ts'
import type { Band } from './band.ts'
import type { CodingStyle, Parameters, Size } from './parameters.ts'
import { precinctsAcrossAndDown, precinctsOf, type Precinct } from './precincts.ts'

export interface Tile {
  readonly area: Area
  /** From the smallest. */
  readonly resolutions: readonly Resolution[]
}

export interface Resolution extends Area {
  readonly bands: readonly Band[]
  readonly precincts: readonly Precinct[]
}

export function tileCount(size: Size): number {
  return tilesAcross(size) * Math.ceil((size.bottom - size.tileTop) / size.tileRows)
}

function tilesAcross(size: Size): number {
  return Math.ceil((size.right - size.tileLeft) / size.tileColumns)
}

export function tileArea(size: Size, index: number): Area {
  const across = tilesAcross(size)
  const left = size.tileLeft + (index % across) * size.tileColumns
  const top = size.tileTop + Math.floor(index / across) * size.tileRows
  return common(size, { left, top, right: left + size.tileColumns, bottom: top + size.tileRows })
}

/** So many make up a tile; each takes a byte at least. */
export function packetCount(area: Area, { layers, levels, precincts }: CodingStyle): number {
  const inOneLayer = precincts.reduce((sum, size, i) => {
    const { across, down } = precinctsAcrossAndDown(halved(area, levels - i), size)
    return sum + across * down
  }, 0)
  return layers * inOneLayer
}

export function tileOf({ style }: Parameters, area: Area): Tile {
  const resolutions = style.precincts.map((precinct, index) => {
    const resolution = halved(area, style.levels - index)
    const bands = bandsOf(area, style.levels, index)
    return {
      ...resolution,
      bands,
      precincts: precinctsOf({ resolution, bands, index }, precinct, style.block),
    }
  })
  return { area, resolutions }
}

function bandsOf(area: Area, levels: number, resolution: number): Band[] {
  if (resolution === 0) return [{ ...halved(area, levels), kind: 0, index: 0 }]
  const times = levels - resolution + 1
  const half = 2 ** (times - 1)
  return [1, 2, 3].map((kind) => ({
    ...halved(area, times, { across: (kind & 1) * half, down: (kind >> 1) * half }),
    kind,
    index: 3 * (resolution - 1) + kind,
  }))
}
