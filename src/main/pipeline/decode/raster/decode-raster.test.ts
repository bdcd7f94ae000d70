// One picture of each kind, made by fixtures/make.py from the formulas below.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import test from 'node:test'

import { decode } from '../../decode.ts'
import type { DecodedFilm } from '../../film.ts'
import { read } from '../../read.ts'
import { filmFile } from '../dicom/fixtures/film-file.ts'

const ROWS = 9
const COLUMNS = 13

type Formula = (row: number, column: number) => readonly number[]

const grey8 = (row: number, column: number) => (row * 29 + column * 17) % 256
const grey16 = (row: number, column: number) => (row * 7919 + column * 4099) % 65536
const rgb8 = (row: number, column: number) => [
  grey8(row, column),
  (row * 13 + column * 31) % 256,
  (row * 7 + column * 3) % 256,
]
const rgb16 = (row: number, column: number) => [
  grey16(row, column),
  (row * 5003 + column * 3001) % 65536,
  (row * 911 + column * 1709) % 65536,
]
const alpha8 = (row: number, column: number) => (row * 40 + column * 10) % 256
const alpha16 = (row: number, column: number) => (row * 10007 + column * 2503) % 65536
const smooth = (row: number, column: number) => row * 12 + column * 8

/** Laid on black: colour times opacity, to the nearest. */
const onBlack = (values: readonly number[], alpha: number, most: number) =>
  values.map((value) => Math.floor((value * alpha) / most + 0.5))

/** The grey of 2^bits steps on the scale of 8 bits: 255 / (2^bits - 1) apart. */
const steps = (bits: number) => (row: number, column: number) => [
  (grey8(row, column) >> (8 - bits)) * (255 / (2 ** bits - 1)),
]

// The palette is the first sixteen colours of the RGB picture: row 0, then the first three of row 1.
const paletteIndex = (row: number, column: number) => grey8(row, column) >> 4
const paletteColour: Formula = (row, column) => {
  const index = paletteIndex(row, column)
  return rgb8(Math.floor(index / COLUMNS), index % COLUMNS)
}
const paletteAlpha = (row: number, column: number) => {
  const index = paletteIndex(row, column)
  return alpha8(Math.floor(index / COLUMNS), index % COLUMNS)
}

const cases: readonly (readonly [file: string, bits: 8 | 16, formula: Formula])[] = [
  ['grey-1.png', 8, steps(1)],
  ['grey-2.png', 8, steps(2)],
  ['grey-4.png', 8, steps(4)],
  ['palette-4.png', 8, paletteColour],
  ['palette-4-alpha.png', 8, (r, c) => onBlack(paletteColour(r, c), paletteAlpha(r, c), 255)],
  ['grey-8.png', 8, (r, c) => [grey8(r, c)]],
  ['grey-8-one-value-transparent.png', 8, (r, c) => [grey8(r, c) === 46 ? 0 : grey8(r, c)]],
  ['grey-8-gamma.png', 8, (r, c) => [grey8(r, c)]],
  ['grey-8-alpha.png', 8, (r, c) => onBlack([grey8(r, c)], alpha8(r, c), 255)],
  ['rgb-8.png', 8, rgb8],
  ['rgb-8-alpha.png', 8, (r, c) => onBlack(rgb8(r, c), alpha8(r, c), 255)],
  ['grey-16.png', 16, (r, c) => [grey16(r, c)]],
  ['grey-16-alpha.png', 16, (r, c) => onBlack([grey16(r, c)], alpha16(r, c), 65535)],
  ['rgb-16.png', 16, rgb16],
  ['rgb-16-alpha.png', 16, (r, c) => onBlack(rgb16(r, c), alpha16(r, c), 65535)],
  ['grey-8.tif', 8, (r, c) => [grey8(r, c)]],
  ['grey-16.tif', 16, (r, c) => [grey16(r, c)]],
  ['rgb-8-lzw.tif', 8, rgb8],
  ['bits-group4.tif', 8, (r, c) => [grey8(r, c) < 128 ? 0 : 255]],
  ['white-is-zero-8.tif', 8, (r, c) => [255 - grey8(r, c)]],
  ['white-is-zero-16.tif', 16, (r, c) => [65535 - grey16(r, c)]],
  ['two-pages.tif', 16, (r, c) => [grey16(r, c)]],
  ['rgb-8.webp', 8, rgb8],
  ['grey-8.gif', 8, (r, c) => [grey8(r, c)]],
  ['two-pictures.gif', 8, (r, c) => [grey8(r, c)]],
  ['bits-1.bmp', 8, (r, c) => [grey8(r, c) < 128 ? 0 : 255]],
  ['grey-8.bmp', 8, (r, c) => [grey8(r, c)]],
  ['rgb-24.bmp', 8, rgb8],
  ['rgb-32.bmp', 8, rgb8],
]

for (const [file, bits, formula] of cases) {
  test(`${file} keeps every sample`, async () => {
    const film = await fixture(file)
    assert.equal(film.bitsStored, bits)
    assert.deepEqual([film.rows, film.columns], [ROWS, COLUMNS])
    assert.deepEqual([...film.pixels], expected(film, formula))
    assert.deepEqual(film.warnings, [])
  })
}

const lossy: readonly (readonly [file: string, within: number])[] = [
  ['fine.jpg', 2],
  ['coarse.jpg', 6],
  ['progressive.jpg', 2],
  ['colour.jpg', 4],
  ['ink.jpg', 4],
]

for (const [file, within] of lossy) {
  test(`${file} is as near to its origin as its compression lets it be`, async () => {
    const film = await fixture(file)
    assert.ok(farthest(film, (r, c) => [smooth(r, c)]) <= within)
  })
}

// EXIF 2.3: which side of the upright picture the first row and the first column of the file are.
const orientations: readonly (readonly [
  orientation: number,
  upright: (row: number, column: number) => number,
])[] = [
  [1, (r, c) => smooth(r, c)],
  [2, (r, c) => smooth(r, COLUMNS - 1 - c)],
  [3, (r, c) => smooth(ROWS - 1 - r, COLUMNS - 1 - c)],
  [4, (r, c) => smooth(ROWS - 1 - r, c)],
  [5, (r, c) => smooth(c, r)],
  [6, (r, c) => smooth(ROWS - 1 - c, r)],
  [7, (r, c) => smooth(ROWS - 1 - c, COLUMNS - 1 - r)],
  [8, (r, c) => smooth(c, COLUMNS - 1 - r)],
]

for (const [orientation, upright] of orientations) {
  for (const [quality, within] of [
    ['fine', 2],
    ['coarse', 6],
  ] as const) {
    test(`a ${quality} JPEG of orientation ${orientation} stands upright`, async () => {
      const film = await fixture(`turned-${orientation}-${quality}.jpg`)
      assert.deepEqual([film.rows, film.columns], orientation > 4 ? [COLUMNS, ROWS] : [ROWS, COLUMNS])
      assert.ok(farthest(film, (r, c) => [upright(r, c)]) <= within)
    })
  }
}

test('a TIFF of orientation 6 stands upright', async () => {
  const film = await fixture('turned-6.tif')
  assert.deepEqual(
    [...film.pixels],
    expected(film, (r, c) => [grey8(ROWS - 1 - c, r)]),
  )
})

test('the second page of a TIFF is its frame 1', async () => {
  const film = await fixture('two-pages.tif', 1)
  assert.equal(film.frames, 2)
  assert.deepEqual(
    [...film.pixels],
    expected(film, (r, c) => [Math.floor(grey16(r, c) / 2)]),
  )
})

test('a TIFF of two pages has no third', async () => {
  await assert.rejects(fixture('two-pages.tif', 2), {
    code: 'DECODE_NO_SUCH_FRAME',
    message: 'two-pages.tif has 2 pictures, so there is no number 3; choose one of them.',
  })
})

test('of an animation only the first picture is a film', async () => {
  assert.equal((await fixture('two-pictures.gif')).frames, 1)
  await assert.rejects(fixture('two-pictures.gif', 1), { code: 'DECODE_NO_SUCH_FRAME' })
})

for (const file of ['signed-16.tif', 'float.tif']) {
  test(`${file} is refused, because nothing says which value is white`, async () => {
    await assert.rejects(fixture(file), {
      code: 'DECODE_UNSUPPORTED',
      message: new RegExp(`^${file} has samples`),
    })
  })
}

test('grey with alpha stays one sample a pixel', async () => {
  for (const file of ['grey-8-alpha.png', 'grey-16-alpha.png', 'grey-8-one-value-transparent.png'])
    assert.equal((await fixture(file)).samplesPerPixel, 1, file)
})

// TIFF 6.0: 12 bytes an entry of the directory, tag and type first; 34925 is LZMA, which libvips does not have.
test('a TIFF of a compression that is not known is refused, and not shown black', async () => {
  const bytes = await fixtureBytes('grey-8.tif')
  const compression = bytes.indexOf(Buffer.of(0x03, 0x01, 0x03, 0x00))
  bytes.writeUInt16LE(34925, compression + 8)
  await assert.rejects(decode(filmFile(bytes, 'lzma.tif'), 0), { code: 'DECODE_DAMAGED' })
})

test('a bitmap that ends early is shown where half of it is there', async () => {
  const bytes = await fixtureBytes('grey-8.bmp')
  // Rows of 13 pixels take 16 bytes.
  const pixelsAt = bytes.readUInt32LE(10)
  const film = await decode(filmFile(bytes.subarray(0, pixelsAt + 6 * 16), 'cut.bmp'), 0)
  assert.deepEqual(
    film.warnings.map(({ code }) => code),
    ['DECODE_TRUNCATED'],
  )
  await assert.rejects(decode(filmFile(bytes.subarray(0, pixelsAt + 4 * 16), 'cut.bmp'), 0), {
    code: 'DECODE_TRUNCATED',
    message: 'cut.bmp ends early, after 4 of 9 rows; copy it again from its source.',
  })
})

// PNG third edition 11.3.4.5: eXIf. TIFF's directory of one entry: tag 0112, SHORT, one value: 6.
test('a PNG that EXIF turns stands upright', async () => {
  const bytes = await fixtureBytes('grey-8.png')
  const exif = Buffer.from('49492A00080000000100' + '1201030001000000' + '06000000' + '00000000', 'hex')
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('eXIf'), exif, Buffer.alloc(4)])
  chunk.writeUInt32BE(exif.length)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4)
  // Behind the signature and the header chunk.
  const turned = Buffer.concat([bytes.subarray(0, 33), chunk, bytes.subarray(33)])
  const film = await decode(filmFile(turned, 'turned.png'), 0)
  assert.deepEqual(
    [...film.pixels],
    expected(film, (r, c) => [grey8(ROWS - 1 - c, r)]),
  )
})

function fixtureBytes(file: string): Promise<Buffer> {
  return readFile(new URL(`fixtures/${file}`, import.meta.url))
}

async function fixture(file: string, frame = 0): Promise<DecodedFilm> {
  return await decode(await read(fileURLToPath(new URL(`fixtures/${file}`, import.meta.url))), frame)
}

/** The samples that a formula says, three of them for a grey picture that is stored in colour. */
function expected(film: DecodedFilm, formula: Formula): number[] {
  const samples: number[] = []
  for (let row = 0; row < film.rows; row++) {
    for (let column = 0; column < film.columns; column++) {
      const values = formula(row, column)
      for (let i = 0; i < film.samplesPerPixel; i++) samples.push(values[i] ?? values[0] ?? Number.NaN)
    }
  }
  return samples
}

function farthest(film: DecodedFilm, formula: Formula): number {
  return Math.max(
    ...expected(film, formula).map((value, i) => Math.abs(value - (film.pixels[i] ?? Number.NaN))),
  )
}
