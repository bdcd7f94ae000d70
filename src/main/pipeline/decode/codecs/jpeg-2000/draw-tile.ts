// From the code-blocks of a tile to its samples.

import { heightOf, isEmpty, widthOf } from './area.ts'
import { reserve, type GreyDecoder } from './grey-decoder.ts'
import { BYTES_OF_NUMBER, layOut, type Plane, type TilePlanes } from './planes.ts'
import type { Block } from './precincts.ts'
import type { Source } from './source.ts'
import { spareNothing, sparingFor, type Sparing } from './sparing.ts'
import type { Resolution } from './tile.ts'
import { worthOf } from './worth.ts'

export interface Canvas {
  readonly decoder: GreyDecoder
  /** Of the tile's first sample. */
  readonly picture: Plane
  readonly bytesEach: number
  /** Where the decoder's memory is free, behind all samples. */
  readonly free: number
}

/** More have no room in 32 bits. */
const MOST_BIT_PLANES = 30

/** Draws the last of the resolutions. False where a code-block is impossible. */
export function drawTile(source: Source, resolutions: readonly Resolution[], canvas: Canvas): boolean {
  const { decoder, free } = canvas
  const { size, style } = source.parameters
  const blocks = resolutions.flatMap(blocksOf)
  if (blocks.some((block) => bitPlanesOf(block, source) > MOST_BIT_PLANES)) return false
  const longest = blocks.reduce((most, block) => Math.max(most, lengthOf(block)), 0)
  const planes = layOut(resolutions, longest, { from: free, lines: decoder.lines() })
  reserve(decoder, planes.end)
  decoder.setSamples(size.precision, size.signed, style.reversible)
  for (const [index, resolution] of resolutions.entries()) {
    const smaller = resolutions[index - 1]
    const smooth = smaller && {
      resolution: smaller,
      plane: planes.of.get(smaller)!,
      level: resolutions.length - index,
    }
    const spare = smooth ? sparingFor(source, smooth, decoder) : spareNothing
    for (const block of blocksOf(resolution)) drawBlock(source, block, spare, { decoder, planes })
    if (isEmpty(resolution)) continue
    const to = planes.of.get(resolution)
    const isLast = index + 1 === resolutions.length
    if (isLast || !to) decoder.setOutput(canvas.picture.at, canvas.picture.pitch, canvas.bytesEach)
    else decoder.setOutput(to.at, to.pitch, BYTES_OF_NUMBER)
    if (smaller) join(resolution, smaller, canvas, planes)
    else if (isLast) copy(resolution, decoder, planes)
  }
  return true
}

function blocksOf({ precincts }: Resolution): Block[] {
  return precincts.flatMap(({ parts }) => parts.flatMap(({ blocks }) => blocks))
}

function lengthOf({ ranges }: Block): number {
  return ranges.reduce((length, { at, end }) => length + end - at, 0)
}

/** Equation E-2, less those that hold nothing. */
function bitPlanesOf({ band, missing }: Block, { parameters }: Source): number {
  const { guardBits, steps } = parameters.quantisation
  return guardBits + steps[band.index]!.exponent - 1 - missing
}

function drawBlock(
  source: Source,
  block: Block,
  spare: Sparing,
  { decoder, planes }: { decoder: GreyDecoder; planes: TilePlanes },
): void {
  const { band } = block
  const { at, pitch } = planes.of.get(band)!
  const first = at + (block.top - band.top) * pitch + (block.left - band.left) * BYTES_OF_NUMBER
  const [columns, rows] = [widthOf(block), heightOf(block)]
  const bitPlanes = bitPlanesOf(block, source)
  const passes =
    block.passes === 0 ? 0 : Math.min(block.passes, passesOf(bitPlanes - spare(block, bitPlanes)))
  if (passes <= 0) return decoder.clearBlock(first, pitch, columns, rows)
  putBytes(source.codestream, block, decoder, planes.coded)
  decoder.decodeBlock(planes.coded, columns, rows, band.kind, bitPlanes, passes)
  // Halved for the bit of fraction.
  const step = source.parameters.style.reversible ? 0 : worthOf(band, source.parameters) / 2
  decoder.placeBlock(first, pitch, columns, rows, step)
}

/** D.3: three for each bit-plane, and one for the first. */
function passesOf(bitPlanes: number): number {
  return 3 * bitPlanes - 2
}

/** With a marker behind them, at which the arithmetic decoder goes on without: C.3.4. */
function putBytes(codestream: Buffer, { ranges }: Block, { memory }: GreyDecoder, to: number): void {
  const bytes = new Uint8Array(memory.buffer)
  let next = to
  for (const { at, end } of ranges) {
    bytes.set(codestream.subarray(at, end), next)
    next += end - at
  }
  bytes.fill(0xff, next, next + 2)
}

/** A resolution out of the smaller one and its own sub-bands. */
function join(
  resolution: Resolution,
  smaller: Resolution,
  { decoder }: Canvas,
  { of, lines }: TilePlanes,
): void {
  for (const [kind, part] of [smaller, ...resolution.bands].entries()) {
    const { at, pitch } = of.get(part)!
    decoder.setBand(kind, at, pitch)
  }
  const { left, top } = resolution
  decoder.setResolution(left, top, widthOf(resolution), heightOf(resolution))
  decoder.synthesise(lines.at, lines.pitch)
}

function copy(resolution: Resolution, decoder: GreyDecoder, { of }: TilePlanes): void {
  const { at, pitch } = of.get(resolution)!
  decoder.copyPlane(at, pitch, widthOf(resolution), heightOf(resolution))
}
