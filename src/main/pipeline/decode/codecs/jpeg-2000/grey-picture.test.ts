// fixtures/make.py has codestreams of another program's making, one for each way of dividing and ordering a picture.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { pattern, type Pattern } from './fixtures/pattern.ts'
import { greyPicture } from './grey-picture.ts'

interface Coded extends Pattern {
  /** Base64, as are `samples`, which opj_decompress gave where they are not the pattern's. */
  readonly codestream: string
  readonly samples?: string
}

const all = JSON.parse(
  readFileSync(new URL('fixtures/codestreams.json', import.meta.url), 'utf8'),
) as readonly Coded[]

/** It writes as many bits as a sample has, and no sign beyond. */
function expectedSamples({ samples, ...picture }: Coded): number[] {
  if (samples === undefined) return [...pattern(picture)]
  const bytes = Buffer.from(samples, 'base64')
  const count = picture.bits > 8 ? bytes.length / 2 : bytes.length
  const values = Array.from({ length: count }, (_, i) =>
    picture.bits > 8 ? bytes.readUInt16LE(2 * i) : bytes[i]!,
  )
  const size = 2 ** picture.bits
  const wide = picture.bits > 8 ? 2 ** 16 : 2 ** 8
  return values.map((value) => (picture.signed && value >= size / 2 ? value - size + wide : value))
}

for (const coded of all) {
  test(`${coded.name}: the samples are OpenJPEG's`, () => {
    const picture = greyPicture(Buffer.from(coded.codestream, 'base64'))
    assert.ok(picture)
    const { columns, rows } = coded
    assert.deepEqual(
      { ...picture, samples: [...picture.samples] },
      { columns, rows, precision: coded.bits, signed: coded.signed, samples: expectedSamples(coded) },
    )
  })
}

const named = (name: string): Coded => all.find((coded) => coded.name === name)!
const plain = Buffer.from(all[0]!.codestream, 'base64')
const at = (marker: number): number => plain.indexOf(Buffer.of(0xff, marker))

function changed(place: number, ...bytes: number[]): Buffer {
  const codestream = Buffer.from(plain)
  codestream.set(bytes, place)
  return codestream
}

function inserted(place: number, ...bytes: number[]): Buffer {
  return Buffer.concat([plain.subarray(0, place), Buffer.from(bytes), plain.subarray(place)])
}

const [style, quantisation, tile, data] = [0x52, 0x5c, 0x90, 0x93].map(at) as [number, number, number, number]
const segment = (from: number): Buffer => plain.subarray(from, from + 2 + plain.readUInt16BE(from + 2))

const left: readonly (readonly [string, Buffer])[] = [
  ['nothing', Buffer.alloc(0)],
  ['a picture of two components', changed(40, 0, 2)],
  ['components at half the size', changed(43, 2)],
  ['more bits than 16', changed(42, 16)],
  ['a picture without columns', changed(8, 0, 0, 0, 0)],
  ['a picture beyond its first tile', changed(36, 0, 0, 0, 1)],
  ['more pixels than are held in memory', changed(8, 0, 0, 0x70, 0, 0, 0, 0x70, 0)],
  ['tiles that it does not have', changed(24, 0, 0, 0, 16)],
  ['blocks that bypass the arithmetic coder', changed(style + 12, 1)],
  ['blocks coded as ITU-T T.814 has it', changed(style + 12, 0x40)],
  ['blocks of 128 × 64', changed(style + 10, 5, 4)],
  ['a progression that nobody knows', changed(style + 5, 5)],
  ['a wavelet that nobody knows', changed(style + 13, 2)],
  ['more levels than there are', changed(style + 9, 33)],
  ['precincts whose sizes are missing', changed(style + 4, 1)],
  ['levels whose steps are missing', changed(style + 9, 4)],
  ['steps derived of several', changed(quantisation + 4, 0x41)],
  ['more bit-planes than 30', changed(quantisation + 4, 7 << 5, 31 << 3)],
  ['a region of interest', inserted(tile, 0xff, 0x5e, 0, 5, 0, 0, 3)],
  ['a style for its component', inserted(tile, 0xff, 0x53, 0, 9, 0, 0, 3, 4, 4, 0, 1)],
  ['a style of its tile', inserted(data, ...segment(style))],
  ['steps of its tile', inserted(data, ...segment(quantisation))],
  ['a change of progression', inserted(tile, 0xff, 0x5f, 0, 9, 0, 0, 0, 1, 4, 1, 0)],
  ['packet headers gathered in front', inserted(tile, 0xff, 0x60, 0, 4, 0, 0)],
  ['tile-parts out of order', changed(tile + 10, 1)],
  ['a tile that is not there', changed(tile + 5, 1)],
  ['one that ends early', plain.subarray(0, -40)],
  ['one without its end', plain.subarray(0, -2)],
  ['more layers than it has', changed(style + 6, 0, 2)],
  ['fewer layers than it has', changed(style + 6, 0, 0)],
  ['a first packet that says there is nothing', changed(data + 2, 0)],
  ['a first packet of ones', changed(data + 2, 0xff, 0x7f, 0xff, 0x7f, 0xff, 0x7f, 0xff, 0x7f)],
]

for (const [what, codestream] of left) {
  test(`${what} is left to OpenJPEG`, () => {
    assert.equal(greyPicture(codestream), null)
  })
}

test('more tile-parts than are told are left to OpenJPEG', () => {
  const codestream = Buffer.from(named('tiles in parts').codestream, 'base64')
  assert.notEqual(greyPicture(codestream), null)
  const last = codestream.lastIndexOf(Buffer.of(0xff, 0x90))
  codestream[last + 11] = codestream[last + 10]!
  assert.equal(greyPicture(codestream), null)
})

test('pictures after a damaged one come out the same', () => {
  const other = Buffer.from(named('tiles').codestream, 'base64')
  const film = Buffer.from(plain)
  const first = greyPicture(film)
  assert.equal(greyPicture(film.subarray(0, -2)), null)
  assert.notEqual(greyPicture(other), null)
  assert.deepEqual(greyPicture(film), first)
})
