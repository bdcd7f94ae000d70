// ISO/IEC 15444-1 B.6 and B.7: how a resolution divides into precincts, and their parts of sub-bands into code-blocks.

import { common, isEmpty, type Area } from './area.ts'
import type { Band } from './band.ts'
import type { Powers } from './parameters.ts'
import { TagTree } from './tag-tree.ts'
import type { Range } from './tile-parts.ts'

export interface Precinct {
  /** Where it begins on the grid of its resolution, which may be before the tile. */
  readonly left: number
  readonly top: number
  /** Of each sub-band. */
  readonly parts: readonly PrecinctPart[]
}

export interface PrecinctPart {
  /** Of code-blocks. */
  readonly columns: number
  readonly blocks: readonly Block[]
  readonly inclusion: TagTree
  readonly missingPlanes: TagTree
}

/** What packets have told of it so far. */
export interface Block extends Area {
  readonly band: Band
  included: boolean
  /** Bit-planes from the highest on of which there is nothing. */
  missing: number
  passes: number
  /** B.10.7.1, Lblock. */
  lengthBits: number
  /** Where its bytes are in the codestream. */
  readonly ranges: Range[]
}

export function precinctsAcrossAndDown(resolution: Area, size: Powers): { across: number; down: number } {
  if (isEmpty(resolution)) return { across: 0, down: 0 }
  const [width, height] = [2 ** size.columns, 2 ** size.rows]
  return {
    across: Math.ceil(resolution.right / width) - Math.floor(resolution.left / width),
    down: Math.ceil(resolution.bottom / height) - Math.floor(resolution.top / height),
  }
}

export function precinctsOf(
  { resolution, bands, index }: { resolution: Area; bands: readonly Band[]; index: number },
  size: Powers,
  block: Powers,
): Precinct[] {
  const { across, down } = precinctsAcrossAndDown(resolution, size)
  const [width, height] = [2 ** size.columns, 2 ** size.rows]
  const firstLeft = Math.floor(resolution.left / width) * width
  const firstTop = Math.floor(resolution.top / height) * height
  // Sub-bands of all but the smallest resolution have half as many samples.
  const halving = index === 0 ? 0 : 1
  const blockSize = {
    columns: Math.min(block.columns, size.columns - halving),
    rows: Math.min(block.rows, size.rows - halving),
  }
  return Array.from({ length: across * down }, (_, i) => {
    const left = firstLeft + (i % across) * width
    const top = firstTop + Math.floor(i / across) * height
    const less = 2 ** halving
    const within = {
      left: left / less,
      top: top / less,
      right: (left + width) / less,
      bottom: (top + height) / less,
    }
    return { left, top, parts: bands.map((band) => partOf(band, common(band, within), blockSize)) }
  })
}

function partOf(band: Band, area: Area, block: Powers): PrecinctPart {
  const { across, down } = precinctsAcrossAndDown(area, block)
  const [width, height] = [2 ** block.columns, 2 ** block.rows]
  const firstLeft = Math.floor(area.left / width) * width
  const firstTop = Math.floor(area.top / height) * height
  const blocks = Array.from({ length: across * down }, (_, i): Block => {
    const left = firstLeft + (i % across) * width
    const top = firstTop + Math.floor(i / across) * height
    return {
      ...common(area, { left, top, right: left + width, bottom: top + height }),
      band,
      included: false,
      missing: 0,
      passes: 0,
      lengthBits: 3,
      ranges: [],
    }
  })
  return {
    columns: across,
    blocks,
    inclusion: new TagTree(across, down),
    missingPlanes: new TagTree(across, down),
  }
}
