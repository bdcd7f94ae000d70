import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BitReader } from './bit-reader.ts'
import { QUICK_BITS, huffmanTable, quickTable } from './huffman-table.ts'

// Two segments with a restart marker between, the first with a stuffed zero, and the end of the image.
const CODESTREAM = Buffer.from('00 00 a5 ff 00 0f ff d0 c0 ff d9'.replaceAll(' ', ''), 'hex')

test('bits come highest first, without the zeros that were stuffed behind 0xFF', () => {
  const reader = new BitReader(CODESTREAM, 2)
  assert.deepEqual([reader.read(4), reader.read(12), reader.read(8)], [0xa, 0x5ff, 0x0f])
  assert.equal(reader.overrun, false)
})

test('beyond its segment a reader gives zeros, and says so', () => {
  const reader = new BitReader(CODESTREAM, 2)
  reader.skip(24)
  assert.equal(reader.read(16), 0)
  assert.equal(reader.overrun, true)
  reader.skip(2 ** 20)
  assert.equal(reader.peek(16), 0)
})

test('a restart goes on behind its marker, wherever the segment before was left', () => {
  const reader = new BitReader(CODESTREAM, 2)
  reader.restart()
  assert.equal(reader.read(2), 3)
  assert.equal(reader.overrun, false)
  assert.equal(CODESTREAM.readUInt16BE(reader.position), 0xffd9)
})

test('a codestream that ends at a lone 0xFF ends before it', () => {
  const reader = new BitReader(Buffer.from('80ff', 'hex'), 0)
  assert.equal(reader.read(8), 0x80)
  assert.equal(reader.read(8), 0)
  assert.equal(reader.overrun, true)
})

// Codes 0 and 10 for the values 0 and 2, which is also how many bits of a number follow.
const table = huffmanTable(
  Uint8Array.from({ length: 16 }, (_, i) => (i < 2 ? 1 : 0)),
  Uint8Array.of(0, 2),
)

// T.81 table F.1: of two bits 00 is -3, 01 -2, 10 2 and 11 3.
const entries = [
  ['0', 0, 1],
  ['1000', -3, 4],
  ['1001', -2, 4],
  ['1010', 2, 4],
  ['1011', 3, 4],
  ['11', 0, 0],
] as const

for (const [bits, number, taken] of entries) {
  test(`the bits ${bits} are told at one look: ${taken === 0 ? 'no code' : number}`, () => {
    const coding = {
      sizeOf: (value: number) => value,
      entryOf: (_: number, difference: number) => difference << 8,
    }
    const entry = quickTable(table, coding)[Number.parseInt(bits.padEnd(QUICK_BITS, '1'), 2)]!
    assert.deepEqual([entry >> 8, entry & 0xff], [number, taken])
  })
}
