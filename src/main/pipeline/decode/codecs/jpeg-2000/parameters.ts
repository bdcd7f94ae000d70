// ISO/IEC 15444-1 annex A: what a codestream's main header says of a picture of one component, and how it is coded.

import type { Area } from './area.ts'

export interface Parameters {
  readonly size: Size
  readonly style: CodingStyle
  readonly quantisation: Quantisation
  /** Where the first tile-part begins. */
  readonly end: number
}

/** SIZ, A.5.1, on the reference grid. */
export interface Size extends Area {
  readonly tileColumns: number
  readonly tileRows: number
  /** Of the first tile. */
  readonly tileLeft: number
  readonly tileTop: number
  readonly precision: number
  readonly signed: boolean
}

/** COD, A.6.1. */
export interface CodingStyle {
  /** Whether packets may begin with a marker, and their headers end with one. */
  readonly startsMarked: boolean
  readonly endsMarked: boolean
  /** As in table A.16. */
  readonly progression: number
  readonly layers: number
  /** How often the wavelet was applied. */
  readonly levels: number
  /** Sizes of code-blocks, and of each resolution's precincts, are powers of two. */
  readonly block: Powers
  readonly precincts: readonly Powers[]
  readonly reversible: boolean
}

export interface Powers {
  readonly columns: number
  readonly rows: number
}

/** QCD, A.6.4. */
export interface Quantisation {
  readonly guardBits: number
  /** Of each sub-band, from the lowest. */
  readonly steps: readonly Step[]
}

export interface Step {
  readonly exponent: number
  readonly mantissa: number
}

const START_AND_SIZE = 0xff4fff51
const CODING_STYLE = 0xff52
const QUANTISATION = 0xff5c
const START_OF_TILE = 0xff90
/** TLM, PLM, CRG and COM, which change nothing. */
const WITHOUT_EFFECT = new Set([0xff55, 0xff57, 0xff63, 0xff64])
const MOST_LEVELS = 32
const LARGEST_BLOCK = 12

/** Null where the header says anything that our decoder does not do, or that cannot be. */
export function parametersOf(codestream: Buffer): Parameters | null {
  const size = sizeOf(codestream)
  const segments = size && mainSegments(codestream)
  if (!size || !segments) return null
  const style = segments.style && codingStyleOf(segments.style)
  const quantisation = style && segments.quantisation && quantisationOf(segments.quantisation, style.levels)
  return style && quantisation ? { size, style, quantisation, end: segments.end } : null
}

interface Segments {
  readonly style?: Buffer
  readonly quantisation?: Buffer
  readonly end: number
}

/** One of each, and none that says more. */
function mainSegments(codestream: Buffer): Segments | null {
  let segments: Omit<Segments, 'end'> = {}
  let at = 4 + codestream.readUInt16BE(4)
  while (at + 4 <= codestream.length) {
    const marker = codestream.readUInt16BE(at)
    if (marker === START_OF_TILE) return { ...segments, end: at }
    const end = at + 2 + codestream.readUInt16BE(at + 2)
    if (end < at + 4 || end > codestream.length) return null
    const segment = codestream.subarray(at + 4, end)
    if (marker === CODING_STYLE && !segments.style) segments = { ...segments, style: segment }
    else if (marker === QUANTISATION && !segments.quantisation)
      segments = { ...segments, quantisation: segment }
    else if (!WITHOUT_EFFECT.has(marker)) return null
    at = end
  }
  return null
}

function sizeOf(codestream: Buffer): Size | null {
  if (codestream.length < 45 || codestream.readUInt32BE(0) !== START_AND_SIZE) return null
  const [length, components] = [codestream.readUInt16BE(4), codestream.readUInt16BE(40)]
  const [sampleSize, across, down] = codestream.subarray(42, 45) as unknown as [number, number, number]
  if (length !== 41 || components !== 1 || across !== 1 || down !== 1) return null
  const long = (at: number): number => codestream.readUInt32BE(at)
  const size = {
    ...{ right: long(8), bottom: long(12), left: long(16), top: long(20) },
    ...{ tileColumns: long(24), tileRows: long(28), tileLeft: long(32), tileTop: long(36) },
    precision: (sampleSize & 0x7f) + 1,
    signed: sampleSize >= 0x80,
  }
  return isPossible(size) ? size : null
}

/** Equations B-3 and B-4: the picture is no void, and the first tile has a part of it. */
function isPossible({ left, top, right, bottom, ...tiles }: Size): boolean {
  const { tileLeft, tileTop, tileColumns, tileRows } = tiles
  if (left >= right || top >= bottom || tileLeft > left || tileTop > top) return false
  return tileLeft + tileColumns > left && tileTop + tileRows > top
}

function codingStyleOf(segment: Buffer): CodingStyle | null {
  if (segment.length < 10) return null
  const [style, progression, , , transform, levels, columns, rows, blockStyle, wavelet] =
    segment as unknown as Ten
  const hasPrecincts = (style & 1) !== 0
  if (segment.length !== 10 + (hasPrecincts ? levels + 1 : 0)) return null
  const isKnown = style <= 7 && progression <= 4 && transform <= 1 && wavelet <= 1 && levels <= MOST_LEVELS
  // Table A.18; other styles of coding blocks, table A.19, are rare.
  const isPlain = blockStyle === 0 && columns <= 8 && rows <= 8 && columns + rows + 4 <= LARGEST_BLOCK
  const precincts = Array.from({ length: levels + 1 }, (_, i) => {
    const both = hasPrecincts ? segment[10 + i]! : 0xff
    return { columns: both & 15, rows: both >> 4 }
  })
  // B.6: half of one sample is none.
  const isDivisible = precincts.every(({ columns: x, rows: y }, i) => i === 0 || (x > 0 && y > 0))
  if (!isKnown || !isPlain || !isDivisible) return null
  return {
    startsMarked: (style & 2) !== 0,
    endsMarked: (style & 4) !== 0,
    progression,
    layers: segment.readUInt16BE(2),
    levels,
    block: { columns: columns + 2, rows: rows + 2 },
    precincts,
    reversible: wavelet === 1,
  }
}

type Ten = [number, number, number, number, number, number, number, number, number, number]

function quantisationOf(segment: Buffer, levels: number): Quantisation | null {
  const both = segment[0]
  if (both === undefined) return null
  const steps = stepsOf(both & 31, segment.subarray(1), levels)
  return steps && steps.length > 3 * levels ? { guardBits: both >> 5, steps } : null
}

/** Table A.28: none, told for the lowest sub-band alone, or for each. */
function stepsOf(style: number, bytes: Buffer, levels: number): Step[] | null {
  if (style === 0) return [...bytes].map((byte) => ({ exponent: byte >> 3, mantissa: 0 }))
  // One number of 16 bits, or one for each sub-band.
  if (style > 2 || bytes.length % 2 !== 0 || (style === 1 && bytes.length !== 2)) return null
  const steps: Step[] = []
  for (let at = 0; at + 2 <= bytes.length; at += 2) {
    const both = bytes.readUInt16BE(at)
    steps.push({ exponent: both >> 11, mantissa: both & 0x7ff })
  }
  const [lowest] = steps
  if (style === 2 || lowest === undefined) return steps
  // Equation E-5.
  return Array.from({ length: 3 * levels + 1 }, (_, i) => ({
    exponent: Math.max(lowest.exponent - Math.floor(Math.max(i - 1, 0) / 3), 0),
    mantissa: lowest.mantissa,
  }))
}
