import assert from 'node:assert/strict'
import { test } from 'node:test'
import { halvingOf } from './jpeg-2000-halving.ts'

interface Parts {
  readonly size?: readonly number[]
  readonly sampleSize?: number
  readonly inTile?: readonly number[]
}

/** COD, ITU-T T.800 A.6.1: five halvings, 64 × 64 blocks, the last byte 1 for the 5/3 wavelet. */
const style = (wavelet: number) => [0xff, 0x52, 0, 12, 0, 0, 0, 1, 0, 5, 4, 4, 0, wavelet]
const QUANTISATION = [0xff, 0x5c, 0, 4, 0x40, 0x40]
const DATA = [0xff, 0x93, ...Array<number>(20).fill(0)]

/** SIZ, A.5.1: right, bottom, left, top, tile's columns and rows, the first tile's left and top. */
function codestream(
  codingStyle: readonly number[],
  { size, sampleSize = 11, inTile = [] }: Parts = {},
): Buffer {
  const sizes = Buffer.alloc(32)
  ;(size ?? [2000, 1000, 0, 0, 2000, 1000, 0, 0]).forEach((value, i) => sizes.writeUInt32BE(value, 4 * i))
  const header = [0xff, 0x4f, 0xff, 0x51, 0, 41, 0, 0, ...sizes, 0, 1, sampleSize, 1, 1]
  const tile = [0xff, 0x90, 0, 10, 0, 0, 0, 0, 0, 0, 0, 1]
  return Buffer.from([...header, ...codingStyle, ...QUANTISATION, ...tile, ...inTile, ...DATA])
}

const cases = [
  ['the reversible wavelet', codestream(style(1)), { times: 5, wavelet: '5/3' }],
  ['the irreversible wavelet', codestream(style(0)), { times: 5, wavelet: '9/7' }],
  ['tiles', codestream(style(1), { size: [2000, 1000, 0, 0, 512, 512, 0, 0] }), undefined],
  [
    'a picture away from its grid’s corner',
    codestream(style(1), { size: [2000, 1000, 1, 0, 2000, 1000, 0, 0] }),
    undefined,
  ],
  ['signed samples', codestream(style(1), { sampleSize: 0x8b }), undefined],
  ['a tile that is coded otherwise', codestream(style(1), { inTile: style(0) }), undefined],
] as const

for (const [name, bytes, expected] of cases) {
  test(`a codestream with ${name} ${expected ? 'may' : 'may not'} be halved`, () => {
    assert.deepEqual(halvingOf(bytes), expected)
  })
}
