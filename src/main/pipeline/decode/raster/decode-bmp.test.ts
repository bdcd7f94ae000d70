import assert from 'node:assert/strict'
import test from 'node:test'

import type { FilmFile } from '../../film.ts'
import { decodeBmp } from './decode-bmp.ts'

interface Bitmap {
  readonly columns: number
  readonly rows: number
  readonly bits: number
  readonly compression?: number
  readonly palette?: readonly number[]
  readonly data: readonly number[]
}

/** BITMAPFILEHEADER, BITMAPINFOHEADER, palette, pixels. */
function bitmap({ columns, rows, bits, compression = 0, palette = [], data }: Bitmap): FilmFile {
  const header = Buffer.alloc(54)
  header.write('BM', 0, 'latin1')
  header.writeUInt32LE(54 + palette.length, 10)
  header.writeUInt32LE(40, 14)
  header.writeInt32LE(columns, 18)
  header.writeInt32LE(rows, 22)
  header.writeUInt16LE(1, 26)
  header.writeUInt16LE(bits, 28)
  header.writeUInt32LE(compression, 30)
  const bytes = Buffer.concat([header, Buffer.from(palette), Buffer.from(data)])
  return { path: '/films/film.bmp', name: 'film.bmp', bytes, sha256: '' }
}

// Entry i is the grey 16 i: blue, green, red, nothing.
const GREYS = Array.from({ length: 16 }, (_, i) => [i * 16, i * 16, i * 16, 0]).flat()

const cases: readonly { name: string; bitmap: Bitmap; pixels: readonly number[] }[] = [
  {
    name: 'rows run from the bottom up and are padded to four bytes',
    bitmap: { columns: 2, rows: 2, bits: 4, palette: GREYS, data: [0x12, 0, 0, 0, 0x34, 0, 0, 0] },
    pixels: [48, 64, 16, 32],
  },
  {
    name: 'a negative height runs from the top down',
    bitmap: { columns: 2, rows: -2, bits: 4, palette: GREYS, data: [0x12, 0, 0, 0, 0x34, 0, 0, 0] },
    pixels: [16, 32, 48, 64],
  },
  {
    name: '24 bits are blue, green, red',
    bitmap: { columns: 1, rows: 1, bits: 24, data: [1, 2, 3, 0] },
    pixels: [3, 2, 1],
  },
  {
    name: '16 bits are five of each colour',
    bitmap: { columns: 2, rows: 1, bits: 16, data: [0x00, 0x7c, 0xff, 0x7f] },
    pixels: [255, 0, 0, 255, 255, 255],
  },
  {
    name: '16 bits by masks are as the masks say',
    bitmap: {
      columns: 1,
      rows: 1,
      bits: 16,
      compression: 3,
      palette: [0x00, 0xf8, 0, 0, 0xe0, 0x07, 0, 0, 0x1f, 0, 0, 0],
      data: [0xe0, 0x07, 0, 0],
    },
    pixels: [0, 255, 0],
  },
  {
    name: 'run lengths of 8 bits: a run, plain values, end of line, a step, end of bitmap',
    bitmap: {
      columns: 4,
      rows: 3,
      bits: 8,
      compression: 1,
      palette: [...GREYS, ...Array.from({ length: 240 * 4 }, () => 0)],
      data: [3, 1, 0, 0, 0, 3, 2, 3, 4, 0, 0, 2, 0, 1, 1, 5, 0, 1],
    },
    // Bottom row: 1 1 1, then the line ends; middle: 2 3 4, then one step up without a new line; top: 5 at column 3.
    pixels: [0, 0, 0, 80, 32, 48, 64, 0, 16, 16, 16, 0],
  },
  {
    name: 'run lengths of 4 bits alternate between two values',
    bitmap: { columns: 4, rows: 1, bits: 4, compression: 2, palette: GREYS, data: [4, 0x12, 0, 1] },
    pixels: [16, 32, 16, 32],
  },
]

for (const { name, bitmap: made, pixels } of cases) {
  test(name, () => {
    const raster = decodeBmp(bitmap(made))
    assert.deepEqual([...raster.pixels], pixels)
    assert.deepEqual(raster.warnings, [])
  })
}

test('a bitmap cut short shows what is there and says so', () => {
  const raster = decodeBmp(bitmap({ columns: 2, rows: 2, bits: 24, data: [1, 2, 3, 4, 5, 6, 0, 0, 7] }))
  assert.deepEqual([...raster.pixels], [0, 0, 0, 0, 0, 0, 3, 2, 1, 6, 5, 4])
  assert.deepEqual(
    raster.warnings.map(({ code }) => code),
    ['DECODE_TRUNCATED'],
  )
})

const refused: readonly (readonly [name: string, bitmap: Bitmap, code: string])[] = [
  ['without any pixel', { columns: 2, rows: 2, bits: 24, data: [] }, 'DECODE_TRUNCATED'],
  ['of a million rows and columns', { columns: 1e6, rows: 1e6, bits: 24, data: [0] }, 'DECODE_TOO_LARGE'],
  ['of negative width', { columns: -1, rows: 1, bits: 24, data: [0] }, 'DECODE_DAMAGED'],
  ['of 2 bits', { columns: 1, rows: 1, bits: 2, data: [0] }, 'DECODE_UNSUPPORTED'],
  ['with a JPEG inside', { columns: 1, rows: 1, bits: 24, compression: 4, data: [0] }, 'DECODE_UNSUPPORTED'],
]

for (const [name, made, code] of refused) {
  test(`a bitmap ${name} is refused with ${code}`, () => {
    assert.throws(() => decodeBmp(bitmap(made)), { code, message: /film\.bmp/ })
  })
}
