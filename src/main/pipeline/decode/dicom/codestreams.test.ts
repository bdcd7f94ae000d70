// One golden picture for each kind of compression, in fixtures/codestreams.json. Other programs made the codestreams:
// DCMTK 3.6.7 the JPEG and JPEG-LS ones, libjpeg-turbo those of JPEG in colour, OpenJPEG, OpenJPH and libjxl the rest. What
// must come out is the pattern that went in, which is worked out here anew; for lossy JPEG what DCMTK's own libjpeg makes
// of it, to one grey level, in colour as it was coded (`dcmdjpeg +cn`).

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { decodeDicom } from './decode-dicom.ts'
import { dicomFile, type Elements } from './fixtures/dicom-writer.ts'
import { filmFile } from './fixtures/film-file.ts'

const ROWS = 12
const COLUMNS = 16

interface Golden {
  readonly name: string
  readonly syntax: string
  readonly bits: number
  readonly allocated: number
  readonly signed: boolean
  readonly samples: number
  readonly photometric: string
  /** Where that is not what its samples are. */
  readonly becomes?: string
  readonly source?: 'pattern'
  readonly values?: readonly number[]
  readonly tolerance?: number
  /** Base64. */
  readonly codestream: string
}

const goldens = JSON.parse(
  readFileSync(new URL('fixtures/codestreams.json', import.meta.url), 'utf8'),
) as readonly Golden[]

for (const golden of goldens) {
  test(golden.name, async () => {
    const film = await decodeDicom(filmFile(fileOf(golden, [codestream(golden)])), 0)
    const expected = golden.values ?? pattern(golden)
    assert.equal(film.pixels.length, expected.length)
    const worst = Math.max(...expected.map((value, i) => Math.abs(value - film.pixels[i]!)))
    assert.ok(worst <= (golden.tolerance ?? 0), `off by ${worst}`)
    assert.deepEqual(film.warnings, [])
    if (golden.becomes) assert.equal(film.photometricInterpretation, golden.becomes)
  })
}

// name, what comes of three quarters of the codestream, and of a third
const cutOff: readonly (readonly [string, string, string])[] = [
  ['JPEG lossless, predictor 1, 16 bits', 'DICOM_TRUNCATED_PIXELS', 'DECODE_TRUNCATED'],
  // Two thirds of its bytes are tables.
  ['JPEG 12 bits, extended sequential, quality 95', 'DECODE_TRUNCATED', 'DECODE_DAMAGED'],
  ['JPEG-LS lossless, 12 bits', 'DICOM_TRUNCATED_PIXELS', 'DECODE_TRUNCATED'],
  ['JPEG 2000 lossless, 12 bits', 'DECODE_TRUNCATED', 'DECODE_TRUNCATED'],
  ['HTJ2K lossless, 12 bits', 'DICOM_TRUNCATED_PIXELS', 'DECODE_TRUNCATED'],
  ['JPEG XL lossless, 12 bits', 'DECODE_TRUNCATED', 'DECODE_TRUNCATED'],
]

for (const [name, ofThreeQuarters, ofAThird] of cutOff) {
  test(`${name}, cut off: ${ofThreeQuarters} or ${ofAThird}`, async () => {
    const golden = goldens.find((each) => each.name === name)!
    const whole = codestream(golden)
    for (const [share, expected] of [
      [3 / 4, ofThreeQuarters],
      [1 / 3, ofAThird],
    ] as const) {
      const part = whole.subarray(0, Math.floor(whole.length * share))
      const outcome = await decodeDicom(filmFile(fileOf(golden, [part])), 0).then(
        (film) => film.warnings.map((warning) => warning.code).join(),
        (error: { code?: string }) => error.code,
      )
      assert.equal(outcome, expected)
    }
  })
}

// what the header says, how the whole cells of 16 bits become stored values
const wholeCells: readonly (readonly [string, Elements, (cell: number) => number])[] = [
  ['12 bits at the bottom', { BitsStored: 12, HighBit: 11 }, (cell) => cell & 0xfff],
  ['12 bits at the top', { BitsStored: 12, HighBit: 15 }, (cell) => cell >>> 4],
  ['15 bits in the middle, none below', { BitsStored: 15, HighBit: 14 }, (cell) => cell & 0x7fff],
]

for (const [name, said, stored] of wholeCells) {
  test(`whole cells were coded, of which ${name} count; an overlay may stand in the others`, async () => {
    const golden = goldens.find((each) => each.name === 'JPEG lossless, predictor 1, 16 bits')!
    const overlay = { OverlayRows: ROWS, OverlayColumns: COLUMNS, OverlayOrigin: [1, 1] }
    const bit = said.HighBit === 15 ? 0 : 15
    const more = { ...said, ...overlay, OverlayBitsAllocated: 16, OverlayBitPosition: bit }
    const film = await decodeDicom(filmFile(fileOf(golden, [codestream(golden)], { more })), 0)
    assert.deepEqual([...film.pixels], pattern(golden).map(stored))
    assert.deepEqual(
      [...film.overlays[0]!.bits],
      pattern(golden).map((cell) => (cell >>> bit) & 1),
    )
  })
}

test('two frames in four fragments: the offset table says which belong together', async () => {
  const [first, second] = [goldens[0]!, goldens[1]!].map(codestream) as [Buffer, Buffer]
  const halves = [first.subarray(0, 100), first.subarray(100), second.subarray(0, 100), second.subarray(100)]
  const offsetTable = Buffer.alloc(8)
  // Each fragment stands behind an item header of 8 bytes.
  offsetTable.writeUInt32LE(first.length + 16, 4)
  const file = filmFile(fileOf(goldens[0]!, halves, { frames: 2, offsetTable }))
  for (const frame of [0, 1])
    assert.deepEqual([...(await decodeDicom(file, frame)).pixels], pattern(goldens[0]!))
})

test('two frames in four fragments without a table: each starts where a codestream starts', async () => {
  const [first, second] = [goldens[0]!, goldens[1]!].map(codestream) as [Buffer, Buffer]
  const halves = [first.subarray(0, 100), first.subarray(100), second.subarray(0, 100), second.subarray(100)]
  const file = filmFile(fileOf(goldens[0]!, halves, { frames: 2 }))
  for (const frame of [0, 1])
    assert.deepEqual([...(await decodeDicom(file, frame)).pixels], pattern(goldens[0]!))
})

test('two frames in four fragments: an extended offset table counts where the basic one is empty', async () => {
  const [first, second] = [goldens[0]!, goldens[1]!].map(codestream) as [Buffer, Buffer]
  const halves = [first.subarray(0, 100), first.subarray(100), second.subarray(0, 100), second.subarray(100)]
  const extended = Buffer.alloc(16)
  extended.writeBigUInt64LE(BigInt(first.length + 16), 8)
  const file = filmFile(fileOf(goldens[0]!, halves, { frames: 2, extended }))
  assert.deepEqual([...(await decodeDicom(file, 1)).pixels], pattern(goldens[0]!))
})

// what the table and the header say of two frames in four fragments, the frames that are there all the same
const halfTold: readonly (readonly [string, { frames: number; offsetTable?: Buffer }, readonly number[]])[] =
  [
    ['an offset table of one frame', { frames: 2, offsetTable: Buffer.alloc(4) }, [0, 1]],
    ['a header that counts three frames', { frames: 3 }, [0, 1]],
  ]

for (const [name, said, frames] of halfTold) {
  test(`two frames in four fragments and ${name}`, async () => {
    const [first, second] = [goldens[0]!, goldens[1]!].map(codestream) as [Buffer, Buffer]
    const halves = [first, second].flatMap((each) => [each.subarray(0, 100), each.subarray(100)])
    const file = filmFile(fileOf(goldens[0]!, halves, said))
    for (const frame of frames)
      assert.deepEqual([...(await decodeDicom(file, frame)).pixels], pattern(goldens[0]!))
  })
}

test('two frames of three fragments: those that the header counts are read', async () => {
  const [first, second, third] = goldens.slice(0, 3).map(codestream) as [Buffer, Buffer, Buffer]
  const file = filmFile(fileOf(goldens[0]!, [first, second, third], { frames: 2 }))
  assert.deepEqual([...(await decodeDicom(file, 1)).pixels], pattern(goldens[0]!))
})

function codestream(golden: Golden): Buffer {
  return Buffer.from(golden.codestream, 'base64')
}

interface Told {
  readonly frames?: number
  readonly offsetTable?: Buffer
  readonly extended?: Buffer
  readonly more?: Elements
}

function fileOf(
  golden: Golden,
  fragments: readonly Buffer[],
  { frames = 1, offsetTable, extended, more }: Told = {},
): Buffer {
  return dicomFile({
    syntax: golden.syntax,
    fragments,
    ...(offsetTable ? { offsetTable } : {}),
    elements: {
      Rows: ROWS,
      Columns: COLUMNS,
      NumberOfFrames: frames,
      SamplesPerPixel: golden.samples,
      PhotometricInterpretation: golden.photometric,
      BitsAllocated: golden.allocated,
      BitsStored: golden.bits,
      HighBit: golden.bits - 1,
      PixelRepresentation: golden.signed ? 1 : 0,
      ...(extended ? { ExtendedOffsetTable: extended } : {}),
      ...more,
    },
  })
}

/** Lively enough that no neighbour foretells the next: every predictor and every plane of bits has something to do. */
function pattern({ bits, samples, signed }: Golden): number[] {
  const range = 2 ** bits
  return Array.from({ length: ROWS * COLUMNS * samples }, (_, i) => {
    const sample = i % samples
    const column = Math.floor(i / samples) % COLUMNS
    const row = Math.floor(i / samples / COLUMNS)
    const coarse = row * 37 + column * 11 + sample * 53 + ((row * column) % 7) * 19
    const value = bits > 8 ? ((coarse * (range / 256)) % range) + row * COLUMNS + column : coarse
    return (value % range) - (signed ? range / 2 : 0)
  })
}
