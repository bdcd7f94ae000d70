import type { AllocateBytes } from '../../../film.ts'
import { heightOf, widthOf } from './area.ts'
import { drawTile } from './draw-tile.ts'
import { greyDecoder, reserve } from './grey-decoder.ts'
import { parametersOf, type Parameters, type Size } from './parameters.ts'
import type { Purpose } from './purpose.ts'
import type { Source } from './source.ts'
import { takePackets } from './take-packets.ts'
import { tileParts, type Range } from './tile-parts.ts'
import { packetCount, tileArea, tileCount, tileOf } from './tile.ts'

export interface GreyPicture {
  readonly rows: number
  readonly columns: number
  readonly precision: number
  readonly signed: boolean
  /** Of signed samples, the two's complement. */
  readonly samples: Uint8Array | Uint16Array
}

interface Wishes {
  /** All of the picture where that is left out. */
  readonly purpose?: Purpose | undefined
  readonly allocate?: AllocateBytes | undefined
}

// Larger pictures are left to OpenJPEG, so that the decoder's memory and the list of code-blocks stay small.
const MOST_PIXELS = 32_000_000
const LONGEST_SIDE = 32_768
const MOST_BLOCKS = 500_000
const MOST_TILES = 65_535
const MOST_PRECISION = 16

/**
 * A grey JPEG 2000 picture to the samples that OpenJPEG gives, in half of its time, or for a purpose as far as that needs
 * them. Null where the codestream is of any other kind, or has a fault that shows in its headers: those are for OpenJPEG
 * to judge.
 */
export function greyPicture(codestream: Buffer, { purpose, allocate }: Wishes = {}): GreyPicture | null {
  const parameters = parametersOf(codestream)
  if (parameters === null || !isOurs(parameters)) return null
  const { size } = parameters
  const drawn = drawTiles({
    codestream,
    parameters,
    purpose: hasGrain(codestream, size) ? purpose : undefined,
  })
  if (drawn === null) return null
  const { buffer, byteOffset, length } = copied(drawn, allocate)
  const samples =
    bytesEach(parameters) === 2
      ? new Uint16Array(buffer, byteOffset, length / 2)
      : new Uint8Array(buffer, byteOffset, length)
  const { precision, signed } = size
  return { rows: heightOf(size), columns: widthOf(size), precision, signed, samples }
}

/**
 * A drawing of a few greys is refused for having no more, which its edges would have, and is decoded soon. Without a bit
 * for each pixel there is no grain to leave out.
 */
function hasGrain({ length }: Buffer, size: Size): boolean {
  return 8 * length >= widthOf(size) * heightOf(size)
}

function isOurs({ size, style }: Parameters): boolean {
  const [columns, rows] = [widthOf(size), heightOf(size)]
  const blocks = (columns * rows) / 2 ** (style.block.columns + style.block.rows)
  const isShort = Math.max(columns, rows) <= LONGEST_SIDE
  const isSmall = isShort && columns * rows <= MOST_PIXELS && blocks <= MOST_BLOCKS
  return isSmall && tileCount(size) <= MOST_TILES && size.precision <= MOST_PRECISION
}

function bytesEach({ size }: Parameters): 1 | 2 {
  return size.precision > 8 ? 2 : 1
}

/** The samples, in the decoder's memory. */
function drawTiles(source: Source): Uint8Array | null {
  const { codestream, parameters } = source
  const area = parameters.size
  const parts = tileParts(codestream, parameters.end, tileCount(parameters.size))
  if (parts === null) return null
  const decoder = greyDecoder()
  const each = bytesEach(parameters)
  const pitch = each * widthOf(area)
  const picture = { at: decoder.heap(), pitch }
  const free = picture.at + heightOf(area) * pitch
  reserve(decoder, free)
  for (const [index, ranges] of parts.entries()) {
    const resolutions = resolutionsOf(source, index, ranges)
    const last = resolutions?.at(-1)
    if (!resolutions || !last) return null
    const at = picture.at + (last.top - area.top) * pitch + (last.left - area.left) * each
    const canvas = { decoder, picture: { at, pitch }, bytesEach: each, free }
    if (!drawTile(source, resolutions, canvas)) return null
  }
  return new Uint8Array(decoder.memory.buffer, picture.at, free - picture.at)
}

function copied(
  bytes: Uint8Array,
  allocate: AllocateBytes = (size) => Buffer.allocUnsafeSlow(size),
): Uint8Array<ArrayBufferLike> {
  const copy = allocate(bytes.length).subarray(0, bytes.length)
  copy.set(bytes)
  return copy
}

/** Of a tile, with what its packets bring. */
function resolutionsOf({ codestream, parameters }: Source, index: number, ranges: readonly Range[]) {
  const area = tileArea(parameters.size, index)
  const bytes = ranges.reduce((sum, { at, end }) => sum + end - at, 0)
  if (packetCount(area, parameters.style) > bytes) return null
  const tile = tileOf(parameters, area)
  return takePackets(codestream, tile, ranges, parameters.style) ? tile.resolutions : null
}
