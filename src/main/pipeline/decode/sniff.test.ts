import assert from 'node:assert/strict'
import test from 'node:test'

import { sniffRaster } from './sniff.ts'

const cases = [
  ['89504e470d0a1a0a', 'png'],
  ['ffd8ffe0', 'jpeg'],
  ['ffd8ffee', 'jpeg'],
  ['49492a00', 'tiff'],
  ['4d4d002a', 'tiff'],
  ['49492b00', 'tiff'],
  ['524946460000000057454250', 'webp'],
  ['474946383761', 'gif'],
  ['474946383961', 'gif'],
  ['424d000000000000000000000000' + '28000000', 'bmp'],
  ['424d000000000000000000000000' + '0c000000', 'bmp'],
  // "BM" is how many a text begins.
  ['424d57206d6f746f7220776f726b7320616e6e75616c', null],
  ['89504e47', null],
  ['ffd8', null],
  ['52494646000000005741564520', null],
  ['', null],
] as const

for (const [start, kind] of cases) {
  test(`${start === '' ? 'an empty file' : start} is ${kind ?? 'no picture'}`, () => {
    assert.equal(sniffRaster(Buffer.from(start, 'hex')), kind)
  })
}
