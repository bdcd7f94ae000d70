// ISO/IEC 15444-1 B.9 and B.10: what a packet brings of each code-block in a precinct.

import { HeaderBits } from './header-bits.ts'
import type { CodingStyle } from './parameters.ts'
import type { Block, Precinct, PrecinctPart } from './precincts.ts'
import type { Range } from './tile-parts.ts'

const START_OF_PACKET = 0xff91
const BYTES_OF_START = 6
const END_OF_HEADER = 0xff92
/** Far more than there are; OpenJPEG begins a second segment then. */
const MOST_PASSES = 109
const MOST_MISSING = 64
const MOST_LENGTH_BITS = 32

interface Coming {
  readonly block: Block
  readonly length: number
}

/** Where the packet ends that begins `range`; null where that cannot be one. */
export function takePacket(
  codestream: Buffer,
  { at, end }: Range,
  { layer, precinct }: { layer: number; precinct: Precinct },
  style: CodingStyle,
): number | null {
  if (at >= end) return null
  const isMarked = style.startsMarked && at + BYTES_OF_START < end && isAt(START_OF_PACKET, codestream, at)
  const bits = new HeaderBits(codestream, isMarked ? at + BYTES_OF_START : at, end)
  const coming = bits.bit() === 0 ? [] : readHeader(bits, precinct, layer)
  let next = bits.finish()
  if (coming === null || next > end) return null
  if (style.endsMarked) {
    if (next + 2 > end || !isAt(END_OF_HEADER, codestream, next)) return null
    next += 2
  }
  for (const { block, length } of coming) {
    if (length > 0) block.ranges.push({ at: next, end: next + length })
    next += length
  }
  return next <= end ? next : null
}

function isAt(marker: number, codestream: Buffer, at: number): boolean {
  return codestream.readUInt16BE(at) === marker
}

function readHeader(bits: HeaderBits, { parts }: Precinct, layer: number): Coming[] | null {
  const coming: Coming[] = []
  for (const part of parts) {
    for (let i = 0; i < part.blocks.length; i++) {
      if (!isIncluded(bits, part, i, layer)) continue
      const block = part.blocks[i]!
      const length = readLength(bits, block)
      if (length === null) return null
      coming.push({ block, length })
    }
  }
  return coming
}

/** B.10.4 and B.10.5. */
function isIncluded(bits: HeaderBits, part: PrecinctPart, index: number, layer: number): boolean {
  const block = part.blocks[index]!
  if (block.included) return bits.bit() === 1
  const leaf = { column: index % part.columns, row: Math.floor(index / part.columns) }
  if (part.inclusion.below(layer + 1, leaf, bits) === null) return false
  block.included = true
  block.missing = MOST_MISSING
  for (let limit = 1; limit <= MOST_MISSING; limit++) {
    const missing = part.missingPlanes.below(limit, leaf, bits)
    if (missing === null) continue
    block.missing = missing
    break
  }
  return true
}

/** B.10.6 and B.10.7.1. */
function readLength(bits: HeaderBits, block: Block): number | null {
  const passes = readPasses(bits)
  block.passes += passes
  while (bits.bit() === 1) {
    if (++block.lengthBits > MOST_LENGTH_BITS) return null
  }
  const count = block.lengthBits + Math.floor(Math.log2(passes))
  return block.passes <= MOST_PASSES && count <= MOST_LENGTH_BITS ? bits.bits(count) : null
}

/** Table B.4. */
function readPasses(bits: HeaderBits): number {
  if (bits.bit() === 0) return 1
  if (bits.bit() === 0) return 2
  const few = bits.bits(2)
  if (few < 3) return 3 + few
  const more = bits.bits(5)
  return more < 31 ? 6 + more : 37 + bits.bits(7)
}
