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
  ['cells that have their sign above stay', [0xffff, 0xf800, 0x07ff], 12, 11, true, [-1, -2048, 2047]],
  ['one cell without its sign counts', [0xffff, 0xf800, 0x0fff], 12, 11, true, [-1, -2048, -1]],
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

for (const [signed, clean] of [
  [false, 4095],
  [true, 0xf801],
] as const) {
  test(`where nothing is to be taken off ${signed ? 'signed' : 'unsigned'} cells, nothing is copied`, () => {
    const cells = Uint16Array.of(1, clean)
    assert.equal(storedValues(cells, { bitsStored: 12, highBit: 11, signed }).buffer, cells.buffer)
  })

  test(`dirt in any one of many ${signed ? 'signed' : 'unsigned'} cells is found`, () => {
    for (const place of [0, 15, 16, 16_383, 16_384, 16_385, 39_998, 39_999]) {
      const cells = new Uint16Array(40_000).fill(5)
      cells[place] = 0x7001
      const values = storedValues(cells, { bitsStored: 12, highBit: 11, signed })
      assert.equal(values[place], 1, `${place}`)
      assert.equal(values[20_000], 5)
    }
  })
}

for (const Cells of [Uint8Array, Uint32Array]) {
  test(`cells of ${Cells.BYTES_PER_ELEMENT} bytes are looked at in the same way`, () => {
    const bits = { bitsStored: 6, highBit: 5, signed: false }
    const clean = new Cells(50_001).fill(63)
    assert.equal(storedValues(clean, bits), clean)
    for (const place of [0, 1, 2, 3, 50_000]) {
      const cells = clean.slice()
      cells[place] = 64 + 9
      assert.equal(storedValues(cells, bits)[place], 9, `${place}`)
    }
  })
}

test('the highest bit of 32 is dirt like any other', () => {
  const cells = Uint32Array.of(0x8000_0001, 2)
  assert.deepEqual([...storedValues(cells, { bitsStored: 31, highBit: 30, signed: false })], [1, 2])
})
