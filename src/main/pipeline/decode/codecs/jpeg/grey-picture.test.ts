import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { decodeJpegPicture, encodeJpeg } from '../../../../adapters/sharp.ts'
import { greyPicture } from './grey-picture.ts'

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../raster/fixtures/${name}`, import.meta.url))

/** From smooth to rough, so that blocks of one coefficient and of many come up. */
function picture(rows: number, columns: number, roughness: number): Uint8Array {
  return Uint8Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns]
    const noise = ((Math.imul(i, 0x9e3779b1) >>> 13) & 255) - 128
    return Math.min(
      Math.max(128 + 90 * Math.sin(row / 19) * Math.cos(column / 23) + noise * roughness, 0),
      255,
    )
  })
}

const sizes = [
  [1, 1],
  [8, 8],
  [9, 17],
  [64, 8],
  [100, 131],
] as const

for (const [rows, columns] of sizes) {
  for (const quality of [10, 75, 98, 100]) {
    test(`${columns} × ${rows} pixels of quality ${quality} are the samples that libjpeg gives`, async () => {
      for (const roughness of [0, 0.1, 1]) {
        const samples = picture(rows, columns, roughness)
        const bytes = await encodeJpeg({ rows, columns, channels: 1, bits: 8, samples }, quality)
        const expected = await decodeJpegPicture({ name: 'film.jpg', bytes }, 1)
        assert.deepEqual(greyPicture(bytes), { rows, columns, samples: expected.samples })
      }
    })
  }
}

test('restarts leave the picture as it is', () => {
  const restarted = greyPicture(fixture('restarts.jpg'))
  assert.notEqual(restarted, null)
  assert.deepEqual(restarted, greyPicture(fixture('coarse.jpg')))
})

test('the films of one source, and those after a damaged one, come out the same', () => {
  const coarse = greyPicture(fixture('coarse.jpg'))
  const fine = greyPicture(fixture('fine.jpg'))
  assert.notDeepEqual(coarse, fine)
  assert.equal(greyPicture(fixture('coarse.jpg').subarray(0, -10)), null)
  assert.deepEqual(greyPicture(fixture('fine.jpg')), fine)
  assert.deepEqual(greyPicture(fixture('coarse.jpg')), coarse)
})

const coarse = fixture('coarse.jpg')
const at = (marker: number, codestream = coarse): number => codestream.indexOf(Buffer.of(0xff, marker))

/** The codestream with one byte changed. */
function changed(codestream: Buffer, place: number, byte: number): Buffer {
  const bytes = Buffer.from(codestream)
  bytes[place] = byte
  return bytes
}

function inserted(place: number, ...bytes: number[]): Buffer {
  return Buffer.concat([coarse.subarray(0, place), Buffer.from(bytes), coarse.subarray(place)])
}

const restarts = fixture('restarts.jpg')
const left: readonly (readonly [string, Buffer])[] = [
  ['nothing', Buffer.alloc(0)],
  ['a picture of three components', fixture('colour.jpg')],
  ['a progressive one', fixture('progressive.jpg')],
  ['one that ends early', coarse.subarray(0, -20)],
  ['one without its end', coarse.subarray(0, -2)],
  ['one with bytes left over', inserted(coarse.length - 2, 0, 0)],
  ['one with bytes between its segments', inserted(at(0xdb), 0)],
  ['one with a second frame header', inserted(at(0xda), ...coarse.subarray(at(0xc0), at(0xc4)))],
  ['a version of JFIF that nobody knows', changed(coarse, 11, 2)],
  ['12 bits', changed(coarse, at(0xc0) + 4, 12)],
  ['no rows', changed(coarse, at(0xc0) + 6, 0)],
  ['more rows than it has', changed(coarse, at(0xc0) + 5, 1)],
  ['divisors that it does not have', changed(coarse, at(0xc0) + 12, 1)],
  ['a table that it does not have', changed(coarse, at(0xda) + 6, 0x11)],
  ['a Huffman table with too many codes', changed(coarse, at(0xc4) + 5, 3)],
  ['part of the spectrum', changed(coarse, at(0xda) + 8, 62)],
  ['restarts out of order', changed(restarts, at(0xd1, restarts) + 1, 0xd3)],
]

for (const [what, bytes] of left) {
  test(`${what} is left to others`, () => {
    assert.equal(greyPicture(bytes), null)
  })
}
