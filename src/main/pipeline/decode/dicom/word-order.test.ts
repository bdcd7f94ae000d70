// PS3.5 8.1.2: words of 16 bits that big endian turned around may hold the end of one frame and the start of the next.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Element } from './data-set.ts'
import { nativeFrame } from './frames.ts'
import type { DicomFile } from './parse-file.ts'
import { transferSyntax } from './transfer-syntaxes.ts'

function pixelData(value: Buffer, vr: string): { file: DicomFile; element: Element } {
  const length = value.length
  const element = { tag: 0, vr, start: 0, length, statedLength: length, items: null, fragments: null }
  const dataSet = { bytes: value, littleEndian: false, elements: new Map(), parent: null }
  const syntax = transferSyntax('1.2.840.10008.1.2.2')
  const allocate = (size: number): Buffer => Buffer.alloc(size)
  const file = { name: 'film.dcm', dataSet, syntax, syntaxStated: true, warnings: [], allocate }
  return { file, element }
}

// VR, bytes of the value, bits of a frame, its bytes by frame
const cases = [
  [
    'OW',
    [2, 1, 4, 3, 6, 5],
    16,
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
  ],
  // Three bytes a frame: the second word holds one of each.
  [
    'OW',
    [2, 1, 4, 3, 6, 5],
    24,
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
  ],
  ['OW', [2, 1, 4, 3, 6, 5], 8, [[1], [2], [3], [4], [5], [6]]],
  // The file ends within a word, which nobody wrote so.
  [
    'OW',
    [2, 1, 4, 3, 5],
    24,
    [
      [1, 2, 3],
      [4, 5],
    ],
  ],
  [
    'OB',
    [1, 2, 3, 4, 5, 6],
    24,
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
  ],
] as const

for (const [vr, value, frameBits, expected] of cases) {
  test(`${vr} of ${value.length} bytes in frames of ${frameBits} bits`, () => {
    const { file, element } = pixelData(Buffer.from(value), vr)
    const frames = expected.map((_, frame) =>
      nativeFrame(file, element, { frame, frameBits, bitsAllocated: 8 }),
    )
    assert.deepEqual(
      frames.map(({ bytes }) => [...bytes]),
      expected,
    )
  })
}

test('single bits follow each other from word to word', () => {
  const { file, element } = pixelData(Buffer.of(0b0101_0101, 0b1111_0000, 0, 0b1010_1010), 'OW')
  const second = nativeFrame(file, element, { frame: 1, frameBits: 12, bitsAllocated: 1 })
  assert.deepEqual([...second.bytes], [0b0101_0101, 0b1010_1010])
  assert.equal(second.firstBit, 4)
})

test('one frame of many costs its own bytes only', () => {
  const { file, element } = pixelData(Buffer.alloc(1_000_000), 'OW')
  const { bytes } = nativeFrame(file, element, { frame: 7, frameBits: 80_000, bitsAllocated: 8 })
  assert.equal(bytes.length, 10_000)
  assert.ok(bytes.buffer.byteLength < 100_000, `${bytes.buffer.byteLength} bytes were copied`)
})
