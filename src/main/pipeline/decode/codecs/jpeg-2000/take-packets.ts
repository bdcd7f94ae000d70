import { takePacket } from './packet.ts'
import type { CodingStyle } from './parameters.ts'
import { packetOrder } from './progression.ts'
import type { Range } from './tile-parts.ts'
import type { Tile } from './tile.ts'

/**
 * Notes for each code-block of a tile where its bytes are. False where the packets are not all there, or not all that is
 * there. ISO/IEC 15444-1 B.9: a packet lies in one tile-part.
 */
export function takePackets(
  codestream: Buffer,
  tile: Tile,
  ranges: readonly Range[],
  style: CodingStyle,
): boolean {
  const coming = [...ranges]
  let range = coming.shift()
  for (const place of packetOrder(tile, style)) {
    while (range && range.at === range.end) range = coming.shift()
    const next = range ? takePacket(codestream, range, place, style) : null
    if (!range || next === null) return false
    range = { at: next, end: range.end }
  }
  return [range, ...coming].every((left) => left === undefined || left.at === left.end)
}
