// ISO/IEC 15444-1 B.12: the order in which the packets of a tile come.

import type { CodingStyle } from './parameters.ts'
import type { Precinct } from './precincts.ts'
import type { Tile } from './tile.ts'

export interface PacketPlace {
  readonly layer: number
  readonly precinct: Precinct
}

/** Table A.16. With one component the last two come to the same. */
export function packetOrder(tile: Tile, { progression, layers, levels }: CodingStyle): Iterable<PacketPlace> {
  const byResolution = tile.resolutions.map(({ precincts }) => precincts)
  switch (progression) {
    case 0:
      return layerByLayer(byResolution.flat(), layers)
    case 1:
      return resolutionByResolution(byResolution, layers)
    case 2:
      return oneByOne(byResolution.flat(), layers)
    default:
      return oneByOne(byPosition(tile, levels), layers)
  }
}

function* resolutionByResolution(
  resolutions: readonly (readonly Precinct[])[],
  layers: number,
): Iterable<PacketPlace> {
  for (const precincts of resolutions) yield* layerByLayer(precincts, layers)
}

function* layerByLayer(precincts: readonly Precinct[], layers: number): Iterable<PacketPlace> {
  for (let layer = 0; layer < layers; layer++) for (const precinct of precincts) yield { layer, precinct }
}

function* oneByOne(precincts: readonly Precinct[], layers: number): Iterable<PacketPlace> {
  for (const precinct of precincts) for (let layer = 0; layer < layers; layer++) yield { layer, precinct }
}

/** B.12.1.4, on the reference grid. A precinct that begins before its tile comes where the tile begins. */
function byPosition({ area, resolutions }: Tile, levels: number): Precinct[] {
  const placed = resolutions.flatMap(({ precincts }, resolution) =>
    precincts.map((precinct) => ({
      precinct,
      resolution,
      x: Math.max(area.left, precinct.left * 2 ** (levels - resolution)),
      y: Math.max(area.top, precinct.top * 2 ** (levels - resolution)),
    })),
  )
  return placed
    .sort((one, other) => one.y - other.y || one.x - other.x || one.resolution - other.resolution)
    .map(({ precinct }) => precinct)
}
