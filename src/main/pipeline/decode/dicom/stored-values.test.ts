import assert from 'node:assert/strict'
import { test } from 'node:test'
import { storedValues } from './stored-values.ts'

// name, cells, bits stored, high bit, signed, values
const cases = [
  ['clean cells are the values', [0, 1, 4095, 7, 8], 12, 11, false, [0, 1, 4095, 7, 8]],
  ['what stands above is no part of them', [0x1fff, 1, 2, 3], 12, 11, false, [4095, 1, 2, 3]],
  ['dirt in the last cell counts', [1, 2, 3, 4, 0x1005], 12, 11, false, [1, 2, 3, 4, 5]],
  ['dirt in the first cell counts', [0x8001, 2, 3], 12, 11, false, [1, 2, 3]],
  ['what stands below is no part of them', [0x0ff3, 0x0010], 12, 15, false, [0x0ff, 1]],
  // 0x800 is the sign of twelve bits.
  ['the sign comes from the high bit', [0x0fff, 0x0800, 0x07ff], 12, 11, true, [-1, -2048, 2047]],
  ['sixteen bits with sign', [0xffff, 0x8000, 1], 16, 15, true, [-1, -32768, 1]],
] as const

for (const [name, cells, bitsStored, highBit, signed, values] of cases) {
  // Pixel data start at any even place in a file, and words at every fourth byte.
  for (const offset of [0, 2]) {
    test(`${name}, ${offset} bytes behind a word`, () => {
      const inFile = new Uint16Array(new ArrayBuffer(64), offset, cells.length)
      inFile.set(cells)
      assert.deepEqual([...storedValues(inFile, { bitsStored, highBit, signed })], values)
      assert.deepEqual([...inFile], cells, 'the bytes of the file are left as they are')
    })
  }
}

test('where nothing is to be taken off, nothing is copied', () => {
  const cells = Uint16Array.of(1, 4095)
  assert.equal(storedValues(cells, { bitsStored: 12, highBit: 11, signed: false }), cells)
})
