import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dataSetBytes, dicomFile } from './fixtures/dicom-writer.ts'
import { looksLikeDicom } from './looks-like-dicom.ts'

const elements = { SopClassUid: '1.2.840.10008.5.1.4.1.1.1', Rows: 1, Columns: 1, BitsAllocated: 8 }
const pixels = Buffer.from([1, 0])

const cases: readonly (readonly [string, Buffer, boolean])[] = [
  ['a file with preamble', dicomFile({ elements, pixels }), true],
  ['a data set without preamble, explicit', dataSetBytes({ elements, pixels }), true],
  [
    'a data set without preamble, implicit',
    dataSetBytes({ syntax: '1.2.840.10008.1.2', elements, pixels }),
    true,
  ],
  [
    'a data set without preamble, big endian',
    dataSetBytes({ syntax: '1.2.840.10008.1.2.2', elements, pixels }),
    true,
  ],
  ['an empty file', Buffer.alloc(0), false],
  ['zeros', Buffer.alloc(1024), false],
  ['an HTML page', Buffer.from('<!DOCTYPE html><html><body>404 Not Found</body></html>'), false],
  ['a text', Buffer.from('DICM is what a DICOM file says after its preamble, at byte 128.'), false],
  ['a PNG', Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex'), false],
  ['a JPEG', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), false],
  ['a little-endian TIFF', Buffer.from('49492a0008000000010000010400', 'hex'), false],
  ['a ZIP', Buffer.from('504b0304140000000800000021000000000000000000', 'hex'), false],
  ['a program', Buffer.from('4d5a90000300000004000000ffff0000b8000000', 'hex'), false],
  ['a BMP', Buffer.from('424d3a00000000000000360000002800000001000000', 'hex'), false],
]

for (const [name, bytes, expected] of cases) {
  test(`${name}: ${expected ? 'DICOM' : 'not DICOM'}`, () => {
    assert.equal(looksLikeDicom(bytes), expected)
  })
}
