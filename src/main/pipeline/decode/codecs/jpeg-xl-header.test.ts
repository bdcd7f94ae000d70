// Headers put together bit by bit from ISO/IEC 18181-1 annex D.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jpegXlHeader } from './jpeg-xl-header.ts'

type Field = readonly [value: number, bits: number]

/** Of four ways to write a number, the first with so many bits. */
const number = (value: number, bits: number): Field[] => [
  [0, 2],
  [value, bits],
]
const flag = (value: 0 | 1): Field => [value, 1]

// what, the fields, rows, columns, bits a sample
const cases: readonly (readonly [string, readonly Field[], number, number, number])[] = [
  ['16 rows in eights, square, all else by default', [flag(1), [1, 5], [1, 3], flag(1)], 16, 16, 8],
  ['40 rows in eights, 3 to 2', [flag(1), [4, 5], [4, 3], flag(1)], 40, 60, 8],
  [
    '301 by 257 of 12 bits',
    [flag(0), ...number(300, 9), [0, 3], ...number(256, 9), flag(0), flag(0), flag(0), [2, 2]],
    301,
    257,
    12,
  ],
  [
    'of 14 bits, with an upright orientation and a size to be shown at',
    [
      ...[flag(1), [0, 5], [1, 3], flag(0), flag(1), [0, 3], flag(1), flag(1), [7, 5], [1, 3]],
      ...[flag(0), flag(0), flag(0), [3, 2], [13, 6]],
    ] as Field[],
    8,
    8,
    14,
  ],
]

for (const [name, fields, rows, columns, precision] of cases) {
  test(name, () => assert.deepEqual(jpegXlHeader(codestream(fields)), { rows, columns, precision }))
  test(`${name}, in a box`, () => {
    const inside = codestream(fields)
    const boxes = Buffer.concat([box('JXL ', Buffer.from('0d0a870a', 'hex')), box('jxlc', inside)])
    assert.deepEqual(jpegXlHeader(boxes), { rows, columns, precision })
  })
}

test('a picture that is turned is none of DICOM', () => {
  const turned = [flag(1), [0, 5], [1, 3], flag(0), flag(1), [5, 3], flag(0)] as const
  assert.throws(() => jpegXlHeader(codestream(turned)), { code: 'DECODE_UNSUPPORTED' })
})

test('what starts otherwise is no JPEG XL', () => {
  assert.throws(() => jpegXlHeader(Buffer.alloc(100)), { code: 'DECODE_DAMAGED' })
})

function codestream(fields: readonly Field[]): Buffer {
  const bits = fields.flatMap(([value, count]) => Array.from({ length: count }, (_, i) => (value >> i) & 1))
  const bytes = Buffer.alloc(32)
  bits.forEach((bit, i) => (bytes[i >> 3]! |= bit << (i & 7)))
  return Buffer.concat([Buffer.from([0xff, 0x0a]), bytes])
}

function box(kind: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length + 8)
  head.write(kind, 4, 'latin1')
  return Buffer.concat([head, content])
}
