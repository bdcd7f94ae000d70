// ISO/IEC 15444-1 A.4: where the packets of each tile are.

export interface Range {
  readonly at: number
  readonly end: number
}

const START_OF_TILE = 0xff90
const START_OF_DATA = 0xff93
const END_OF_CODESTREAM = 0xffd9
/** PLT and COM, which change nothing. */
const WITHOUT_EFFECT = new Set([0xff58, 0xff64])
const BYTES_OF_START = 12

/** For each of so many tiles its data. Null where a header says more, or anything is not as it should be. */
export function tileParts(codestream: Buffer, from: number, tiles: number): readonly Range[][] | null {
  const parts = Array.from({ length: tiles }, (): Range[] => [])
  let at = from
  while (at + BYTES_OF_START <= codestream.length && codestream.readUInt16BE(at) === START_OF_TILE) {
    const tile = parts[codestream.readUInt16BE(at + 4)]
    const length = codestream.readUInt32BE(at + 6)
    // 0: the last one, up to the end marker.
    const end = length === 0 ? codestream.length - 2 : at + length
    const data = startOfData(codestream, at + BYTES_OF_START, end)
    if (tile === undefined || data === null || codestream.readUInt16BE(at + 2) !== 10) return null
    // A.4.2: the parts of a tile come in their order, and no more than are told, where that is.
    const [part, count] = codestream.subarray(at + 10, at + 12) as unknown as [number, number]
    if (part !== tile.length || (count > 0 && part >= count)) return null
    tile.push({ at: data, end })
    at = end
  }
  const isWhole = at + 2 <= codestream.length && codestream.readUInt16BE(at) === END_OF_CODESTREAM
  return isWhole && parts.every((each) => each.length > 0) ? parts : null
}

function startOfData(codestream: Buffer, from: number, end: number): number | null {
  if (end > codestream.length) return null
  let at = from
  while (at + 2 <= end) {
    const marker = codestream.readUInt16BE(at)
    if (marker === START_OF_DATA) return at + 2
    if (!WITHOUT_EFFECT.has(marker) || at + 4 > end) return null
    at += 2 + Math.max(codestream.readUInt16BE(at + 2), 2)
  }
  return null
}
