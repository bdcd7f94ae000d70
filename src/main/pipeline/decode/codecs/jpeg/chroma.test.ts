import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { PixelDescription } from '../../dicom/pixel-description.ts'
import { decodeJpegDct } from '../jpeg-dct.ts'
import { rowsOfPicture } from './chroma.ts'

// by hand, as jdsample.c has it: samples of two or one rows, pixels across and down, the picture
const cases = [
  // (3*0+0+..): first and last as they are; 3/4 and 1/4 between, rounded by 1 and by 2 of 4.
  ['half the width', [[0, 10, 21]], 2, 1, [[0, 3, 7, 13, 18, 21]]],
  // Three quarters of the nearer row, rounded by 1 in upper and by 2 in lower rows.
  [
    'half the height',
    [
      [0, 9, 4],
      [10, 19, 5],
    ],
    1,
    2,
    [
      [0, 9, 4],
      [3, 12, 4],
      [7, 16, 5],
      [10, 19, 5],
    ],
  ],
  // Upper rows 3*0+0 = 0, 3*40+40 = 160, 320: (4*0+8)>>4, (3*0+160+7)>>4, (480+0+8)>>4, (480+320+7)>>4, …
  [
    'half of both',
    [[0, 40, 80]],
    2,
    2,
    [
      [0, 10, 30, 50, 70, 80],
      [0, 10, 30, 50, 70, 80],
    ],
  ],
  ['half the width of two samples', [[0, 10]], 2, 1, [[0, 0, 10, 10]]],
  ['a quarter of the width', [[0, 10, 20]], 4, 1, [[0, 0, 0, 0, 10, 10, 10, 10, 20, 20, 20, 20]]],
] as const

for (const [name, coded, across, down, expected] of cases) {
  test(`chroma of ${name}`, () => {
    const columns = coded[0].length
    const samples = Uint16Array.from(coded.flat())
    const size = { stride: columns, rows: coded.length, columns, across, down }
    const write = rowsOfPicture({ samples, ...size }, columns * across)
    const picture = expected.map((_, row) => {
      const put: number[] = []
      write(row, (column, sample) => (put[column] = sample))
      return put
    })
    assert.deepEqual(picture, expected)
  })
}

const COLOUR: PixelDescription = {
  rows: 12,
  columns: 16,
  frames: 1,
  samplesPerPixel: 3,
  photometricInterpretation: 'YBR_FULL_422',
  planarConfiguration: 0,
  bitsAllocated: 16,
  bitsStored: 12,
  highBit: 11,
  signed: false,
}

// What libjpeg makes of them: that of 12 bits in DCMTK, and for 8 bits libjpeg-turbo.
const goldens = JSON.parse(
  readFileSync(new URL('../../dicom/fixtures/codestreams.json', import.meta.url), 'utf8'),
) as readonly { readonly name: string; readonly codestream: string; readonly values: readonly number[] }[]

for (const golden of goldens.filter(({ name }) => name.includes('in colour, chroma'))) {
  test(`${golden.name}: the same as libjpeg to one grey level`, async () => {
    const picture = await decodeJpegDct(Buffer.from(golden.codestream, 'base64'), COLOUR)
    const most = Math.max(...golden.values.map((value, i) => Math.abs(value - picture.samples[i]!)))
    assert.equal(picture.samples.length, golden.values.length)
    assert.ok(most <= 1, `off by ${most}`)
  })
}
