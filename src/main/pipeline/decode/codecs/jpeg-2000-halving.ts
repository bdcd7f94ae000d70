import type { Halving } from '../../film.ts'

const CODING_STYLE = 0xff52
const CODING_STYLE_OF_COMPONENT = 0xff53
const START_OF_DATA = 0xff93

/**
 * How often a codestream's picture may be halved. ITU-T T.800: A.6.1 has the wavelet and how often it was applied; only
 * a picture in one tile, at the corner of its grid, is sampled at 0, 2, 4 … and so on.
 */
export function halvingOf(codestream: Buffer): Halving | undefined {
  if (isSigned(codestream) || !isOneTileAtCorner(codestream)) return undefined
  const [style, ...others] = codingStyles(codestream)
  // A second one is for a component, or for the tile, and says otherwise.
  if (style === undefined || others.length > 0) return undefined
  return { times: codestream[style + 9]!, wavelet: codestream[style + 13] === 1 ? '5/3' : '9/7' }
}

/** A.5.1. Signed samples would overflow where the wavelet overshoots. */
function isSigned(codestream: Buffer): boolean {
  return codestream[42]! >= 0x80
}

function isOneTileAtCorner(codestream: Buffer): boolean {
  const [right, bottom, left, top, tileColumns, tileRows, tileLeft, tileTop] = [
    8, 12, 16, 20, 24, 28, 32, 36,
  ].map((at) => codestream.readUInt32BE(at)) as Eight
  const isAtCorner = left === 0 && top === 0 && tileLeft === 0 && tileTop === 0
  return isAtCorner && tileColumns >= right && tileRows >= bottom
}

type Eight = [number, number, number, number, number, number, number, number]

/** Where the segments begin that say how samples are coded, in the headers of the codestream and its tile. */
function codingStyles(codestream: Buffer): number[] {
  const found: number[] = []
  let at = 2
  while (at + 14 <= codestream.length) {
    const marker = codestream.readUInt16BE(at)
    if (marker === START_OF_DATA || marker < 0xff00) break
    if (marker === CODING_STYLE || marker === CODING_STYLE_OF_COMPONENT) found.push(at)
    at += 2 + Math.max(codestream.readUInt16BE(at + 2), 2)
  }
  return found
}
