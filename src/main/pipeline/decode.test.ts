import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { crc32, deflateSync } from 'node:zlib'

import { windowShare } from '../../shared/greyscale/voi.ts'
import { decode } from './decode.ts'
import type { FilmFile } from './film.ts'

function file(name: string, bytes: Buffer): FilmFile {
  return { path: `/films/${name}`, name, bytes, sha256: '' }
}

async function fixture(name: string): Promise<Buffer> {
  return await readFile(new URL(`decode/raster/fixtures/${name}`, import.meta.url))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const bytes = Buffer.alloc(body.length + 8)
  bytes.writeUInt32BE(data.length, 0)
  body.copy(bytes, 4)
  bytes.writeUInt32BE(crc32(body), body.length + 4)
  return bytes
}

/** A grey PNG of 8 bits whose header says what it likes. */
function png(columns: number, rows: number, data: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(columns, 0)
  header.writeUInt32BE(rows, 4)
  header[8] = 8
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const end = chunk('IEND', Buffer.alloc(0))
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), end])
}

const notImages: readonly (readonly [name: string, content: string, seems: RegExp])[] = [
  ['film.dcm', '<!DOCTYPE html><title>Log in</title>', /seems to be an HTML page/],
  ['film.png', '%PDF-1.4', /seems to be a PDF document/],
  ['film.jpg', 'see attached', /seems to be a text file/],
  ['film', '\x01\x02\x03', /content is of no known kind/],
]

for (const [name, content, seems] of notImages) {
  test(`${name} with ${JSON.stringify(content)} in it is refused, and said what it is`, async () => {
    await assert.rejects(
      decode(file(name, Buffer.from(content, 'latin1'))),
      (error: Error & { code: string }) => {
        assert.equal(error.code, 'DECODE_NOT_AN_IMAGE')
        assert.match(error.message, new RegExp(`^${name} is no film`))
        assert.match(error.message, seems)
        return true
      },
    )
  })
}

test('what a file is, its content says and not its name', async () => {
  assert.equal((await decode(file('film.dcm', await fixture('grey-16.png')))).kind, 'png')
  assert.equal((await decode(file('film.png', await fixture('fine.jpg')))).kind, 'jpeg')
})

test('a DICOM file with a TIFF header in its preamble is DICOM', async () => {
  const bytes = Buffer.alloc(400)
  bytes.write('II*\0', 0, 'latin1')
  bytes.write('DICM', 128, 'latin1')
  // Refused for what its data set lacks, and not for a damaged TIFF.
  await assert.rejects(
    decode(file('both.dcm', bytes)),
    (error: Error) => !error.message.includes('header cannot be read'),
  )
})

test('a header that promises 40,000 megapixels is refused before anything is allocated', async () => {
  const huge = png(200_000, 200_000, deflateSync(Buffer.alloc(100)))
  await assert.rejects(decode(file('huge.png', huge)), {
    code: 'DECODE_TOO_LARGE',
    message:
      'huge.png has 200000 × 200000 pixels; Hilum reads films of up to 200 megapixels. Reduce it first.',
  })
})

test('a JPEG of 12 bits outside DICOM is refused, and said what to do with it', async () => {
  const bytes = Buffer.from(await fixture('fine.jpg'))
  // T.81 B.2.2: the precision follows the marker and the length of the frame header.
  bytes[bytes.indexOf(Buffer.from('ffc0', 'hex')) + 4] = 12
  await assert.rejects(decode(file('deep.jpg', bytes)), {
    code: 'DECODE_UNSUPPORTED',
    message: /^deep\.jpg is a JPEG of 12 bits/,
  })
})

test('a header that promises 144 megapixels in a hundred bytes is refused before anything is allocated', async () => {
  const hollow = png(12_000, 12_000, deflateSync(Buffer.alloc(100)))
  await assert.rejects(decode(file('hollow.png', hollow)), {
    code: 'DECODE_DAMAGED',
    message: /^hollow\.png says it has 12000 × 12000 pixels, of which its \d+ bytes hold next to nothing/,
  })
})

test('a grey PNG with two thirds of its data shows them and says so, one with a third is refused', async () => {
  // Values that do not compress, so that a part of the file is that part of the picture.
  const rows = Buffer.from(
    Uint8Array.from({ length: 400 * 401 }, (_, i) => (i % 401 === 0 ? 0 : 1 + ((i * 7919) % 255))),
  )
  const whole = png(400, 400, deflateSync(rows, { level: 0 }))
  const film = await decode(file('cut.png', whole.subarray(0, (whole.length * 2) / 3)))
  assert.deepEqual(
    film.warnings.map(({ code }) => code),
    ['DECODE_TRUNCATED'],
  )
  for (let row = 0; row < 150; row++) assert.equal(film.pixels[row * 400], rows[row * 401 + 1])
  assert.equal(film.pixels[400 * 400 - 1], 0)
  await assert.rejects(decode(file('cut.png', whole.subarray(0, whole.length / 3))), {
    code: 'DECODE_TRUNCATED',
  })
})

const cut: readonly (readonly [name: string, keep: number])[] = [
  ['coarse.jpg', 0.8],
  ['fine.jpg', 0.8],
  ['grey-16.png', 0.7],
  ['grey-16.tif', 0.5],
  ['rgb-8.webp', 0.6],
  ['grey-8.gif', 0.5],
  ['grey-8.png', 0.3],
  ['two-pages.tif', 0.02],
]

for (const [name, keep] of cut) {
  test(`${name} cut to ${keep * 100} % is shown with a warning or refused with a sentence`, async () => {
    const bytes = await fixture(name)
    try {
      const film = await decode(file(name, bytes.subarray(0, bytes.length * keep)))
      assert.deepEqual(
        film.warnings.map(({ code }) => code),
        ['DECODE_TRUNCATED'],
      )
    } catch (error) {
      assert.ok(error instanceof Error && 'code' in error)
      assert.match(String(error.code), /^DECODE_/)
      assert.match(error.message, new RegExp(`^${name} .*\\.$`))
    }
  })
}

for (const [name, bits] of [
  ['grey-8.png', 8],
  ['grey-16.png', 16],
] as const) {
  test(`the window of ${bits} bits shows every value as its share of the whole range`, async () => {
    const [window] = (await decode(file(name, await fixture(name)))).grey.windows
    assert.ok(window)
    for (let value = 0; value < 2 ** bits; value++) {
      assert.equal(Math.fround(windowShare(value, window)), Math.fround(value / (2 ** bits - 1)))
    }
    assert.equal(windowShare(0, window), 0)
    assert.equal(windowShare(2 ** bits - 1, window), 1)
  })
}
