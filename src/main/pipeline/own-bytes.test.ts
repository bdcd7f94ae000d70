// A picture in big endian is turned where it was read, once, and the file's hash stays what it was.

import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { decode } from './decode.ts'
import { dicomFile } from './decode/dicom/fixtures/dicom-writer.ts'
import { BIG_ENDIAN_SYNTAX, EXPLICIT_SYNTAX, small } from './decode/dicom/fixtures/small-film.ts'
import type { StoredPixels } from './film.ts'
import { ownBytes } from './own-bytes.ts'
import { read } from './read.ts'

const folder = await mkdtemp(join(tmpdir(), 'hilum-own-'))
after(() => rm(folder, { recursive: true }))

// Of 16 bits more than two parts of 128 kB, and no whole number of them.
const [ROWS, COLUMNS] = [3, 50_001]

function bigEndian(frames: number, bitsAllocated: 16 | 32): { bytes: Buffer; values: number[] } {
  const values = Array.from({ length: ROWS * COLUMNS * frames }, (_, i) => i % 4093)
  const cells = bitsAllocated === 16 ? Uint16Array.from(values) : Uint32Array.from(values)
  const elements = small({
    Rows: ROWS,
    Columns: COLUMNS,
    NumberOfFrames: `${frames}`,
    BitsAllocated: bitsAllocated,
    BitsStored: 12,
    HighBit: 11,
  })
  return {
    bytes: dicomFile({ syntax: BIG_ENDIAN_SYNTAX, elements, pixels: Buffer.from(cells.buffer) }),
    values,
  }
}

/** Names the first value that differs: to print how so many differ takes minutes. */
function assertSame(pixels: StoredPixels, values: readonly number[]): void {
  assert.equal(pixels.length, values.length)
  const at = values.findIndex((value, i) => pixels[i] !== value)
  assert.equal(at, -1, `value ${at} is ${pixels[at]} in place of ${values[at]}`)
}

// frames, bits allocated, whether the pixels are the file's own bytes
const films = [
  [1, 16, true],
  [1, 32, null],
  [2, 16, false],
  [2, 32, false],
] as const

for (const [frames, bitsAllocated, isInPlace] of films) {
  for (const hashed of [false, true]) {
    const when = hashed ? 'while it was read' : 'after'
    test(`${frames} frame(s) of ${bitsAllocated} bits, decoded again and again and hashed ${when}`, async () => {
      const { bytes, values } = bigEndian(frames, bitsAllocated)
      const path = join(folder, `${frames}-${bitsAllocated}.dcm`)
      await writeFile(path, bytes)
      const file = await read(path, { hashed, allocate: (size) => Buffer.alloc(size, 0xee) })
      for (const frame of frames === 1 ? [0, 0, 0] : [0, 1, 0, 1]) {
        // The second time as somebody asks who has read the header anew.
        const film = await decode(frame === 0 ? file : { ...file }, frame)
        const from = frame * ROWS * COLUMNS
        assertSame(film.pixels, values.slice(from, from + ROWS * COLUMNS))
        if (isInPlace !== null) assert.equal(film.pixels.buffer === file.bytes.buffer, isInPlace)
      }
      assert.equal(file.sha256, hash('sha256', bytes, 'hex'))
    })
  }
}

test('a film whose header is read anew is not turned back', async () => {
  const { bytes, values } = bigEndian(1, 16)
  const path = join(folder, 'anew.dcm')
  await writeFile(path, bytes)
  const file = await read(path)
  for (const again of [file, { ...file }]) {
    const { pixels } = await decode(again)
    assertSame(pixels, values)
  }
  assert.equal((await decode(file)).file.sha256, hash('sha256', bytes, 'hex'))
})

test('cells that were turned before are shown as they now are, and not turned back', () => {
  const bytes = Buffer.from('0001812300070fff', 'hex')
  const own = ownBytes(bytes)
  for (const _ of [1, 2]) {
    let seen = ''
    own.turnInPlace(bytes, 2, (part) => (seen += part.toString('hex')))
    assert.equal(seen, '010023810700ff0f')
  }
})

test('stretches that were turned are hashed as they were read, in whatever order', () => {
  const content = Buffer.from(Uint8Array.from({ length: 40 }, (_, i) => i))
  const bytes = Buffer.from(content)
  const own = ownBytes(bytes)
  for (const [start, end, width] of [
    [20, 28, 4],
    [3, 9, 2],
    [9, 11, 2],
  ] as const) {
    own.turnInPlace(bytes.subarray(start, end), width, () => undefined)
  }
  assert.deepEqual([...bytes.subarray(3, 9)], [4, 3, 6, 5, 8, 7])
  assert.deepEqual([...bytes.subarray(20, 28)], [23, 22, 21, 20, 27, 26, 25, 24])
  assert.equal(own.sha256(), hash('sha256', content, 'hex'))
})

test('cells that overlap what was turned, or lie elsewhere, are a bug and say so', () => {
  const bytes = Buffer.alloc(16)
  const own = ownBytes(bytes)
  own.turnInPlace(bytes.subarray(0, 8), 2, () => undefined)
  assert.throws(() => own.turnInPlace(bytes.subarray(4, 12), 2, () => undefined), /were turned as 0 to 8/)
  assert.throws(() => own.turnInPlace(bytes.subarray(0, 8), 4, () => undefined), /were turned as 0 to 8/)
  assert.throws(() => own.turnInPlace(Buffer.alloc(8), 2, () => undefined), /none of the bytes/)
})

for (const syntax of [BIG_ENDIAN_SYNTAX, EXPLICIT_SYNTAX]) {
  test(`bytes that are their caller's are not written to: ${syntax}`, async () => {
    const elements = small({ BitsAllocated: 16, BitsStored: 12, HighBit: 11 })
    const bytes = dicomFile({ syntax, elements, pixels: Buffer.from(Uint16Array.of(1, 2, 0xfff, 7).buffer) })
    const before = Buffer.from(bytes)
    for (const _ of [1, 2]) {
      const { pixels } = await decode({ path: 'a', name: 'a', bytes, sha256: '' })
      assert.deepEqual([...pixels], [1, 2, 0xfff, 7])
      assert.ok(bytes.equals(before))
    }
  })
}
