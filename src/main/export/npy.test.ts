import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NPY_HEADER_BYTES, npyHeader, npyValues } from './npy.ts'

test('the header is what the NPY format 1.0 asks for', () => {
  const header = npyHeader([12, 1, 256, 256])
  assert.equal(header.length, NPY_HEADER_BYTES)
  // Magic string, version 1.0, and 118 as the length of what follows, little-endian.
  assert.deepEqual([...header.subarray(0, 10)], [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 118, 0])
  const dictionary = header.toString('latin1', 10)
  assert.match(
    dictionary,
    /^\{'descr': '<f4', 'fortran_order': False, 'shape': \(12, 1, 256, 256,\), \} *\n$/,
  )
})

test('values are little-endian and only those of the view', () => {
  const values = new Float32Array([9, 1, -2]).subarray(1)
  // IEEE 754: 1 is 3f800000, -2 is c0000000.
  assert.deepEqual([...npyValues(values)], [0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0])
})
