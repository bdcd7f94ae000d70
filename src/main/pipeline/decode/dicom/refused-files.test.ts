// Files that are damaged or meant to do damage. Each is refused in a sentence; none may hang, nor make anything be
// allocated that its bytes do not answer for.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { HilumError, type ErrorCode } from '../../../../shared/errors.ts'
import { decodeDicom } from './decode-dicom.ts'
import { dicomFile, elementBytes, elementHead, fileMeta, preamble } from './fixtures/dicom-writer.ts'
import { filmFile } from './fixtures/film-file.ts'
import { rleFrame } from './fixtures/rle-frame.ts'
import {
  BASELINE_SYNTAX,
  DEFLATED_SYNTAX,
  EXPLICIT,
  JPEG_2000_SYNTAX,
  PIXELS,
  RLE_SYNTAX,
  head,
  pixelData,
  plain,
  small,
  withDataSet,
} from './fixtures/small-film.ts'
import { TAG } from './tags.ts'

// name, bytes, code, what the sentence says
const refused: readonly (readonly [string, () => Buffer, ErrorCode, string])[] = [
  [
    'a meta group and nothing else',
    () => withDataSet(),
    'DECODE_TRUNCATED',
    'film.dcm ends after its file meta information; copy it again.',
  ],
  [
    'no pixel data',
    () => withDataSet(head),
    'DECODE_NO_PIXELS',
    'film.dcm is a DICOM file without a picture.',
  ],
  [
    'float pixel data',
    () => withDataSet(head, elementBytes(TAG.FloatPixelData, 'OF', Buffer.alloc(16), EXPLICIT)),
    'DECODE_UNSUPPORTED',
    'numbers with a decimal point',
  ],
  [
    'ends within its header',
    () => withDataSet(head.subarray(0, -1)),
    'DECODE_TRUNCATED',
    'film.dcm ends before its pixel data; copy it again from its source.',
  ],
  [
    'ends after a quarter of its picture',
    () => withDataSet(plain.subarray(0, -3)),
    'DECODE_TRUNCATED',
    'film.dcm ends after 1 of 4 bytes of pixel data; copy it again from its source.',
  ],
  [
    '65,535 rows and columns in four bytes',
    () => dicomFile({ elements: small({ Rows: 65_535, Columns: 65_535 }), pixels: PIXELS }),
    'DECODE_TOO_LARGE',
    'film.dcm has 65535 × 65535 pixels; Hilum reads films of up to 200 megapixels.',
  ],
  [
    '14,000 rows and columns in four bytes',
    () => dicomFile({ elements: small({ Rows: 14_000, Columns: 14_000 }), pixels: PIXELS }),
    'DECODE_TRUNCATED',
    'film.dcm ends after 4 of 196,000,000 bytes of pixel data',
  ],
  [
    'no rows',
    () => dicomFile({ elements: small({ Rows: 0 }), pixels: PIXELS }),
    'DECODE_DAMAGED',
    '2 × 0 pixels',
  ],
  [
    'rows are not said',
    () => withDataSet(elementBytes(TAG.BitsAllocated, 'US', Buffer.from([8, 0]), EXPLICIT), pixelData),
    'DECODE_NO_PIXELS',
    'does not say how many rows and columns',
  ],
  [
    'more bits stored than allocated',
    () => dicomFile({ elements: small({ BitsStored: 12 }), pixels: PIXELS }),
    'DECODE_DAMAGED',
    '8 bits allocated and 12 stored',
  ],
  [
    '7 bits allocated',
    () => dicomFile({ elements: small({ BitsAllocated: 7 }), pixels: PIXELS }),
    'DECODE_UNSUPPORTED',
    'allocates 7 bits to a sample',
  ],
  [
    'four samples a pixel',
    () =>
      dicomFile({
        elements: small({ SamplesPerPixel: 4, PhotometricInterpretation: 'CMYK' }),
        pixels: PIXELS,
      }),
    'DECODE_UNSUPPORTED',
    'CMYK',
  ],
  [
    'RGB with one sample',
    () => dicomFile({ elements: small({ PhotometricInterpretation: 'RGB' }), pixels: PIXELS }),
    'DECODE_DAMAGED',
    'RGB with 1 sample(s)',
  ],
  [
    'a palette film without palette',
    () => dicomFile({ elements: small({ PhotometricInterpretation: 'PALETTE COLOR' }), pixels: PIXELS }),
    'DECODE_DAMAGED',
    'holds no palette that fits',
  ],
  [
    'a negative number of frames',
    () => dicomFile({ elements: small({ NumberOfFrames: -1 }), pixels: PIXELS }),
    'DECODE_DAMAGED',
    'says that it has -1 frames',
  ],
  [
    'says uncompressed, is encapsulated (Weasis#350)',
    () => dicomFile({ elements: small(), fragments: [PIXELS] }),
    'DECODE_DAMAGED',
    'says Explicit VR Little Endian but its pixel data are compressed',
  ],
  [
    'says JPEG, is not encapsulated',
    () => dicomFile({ syntax: BASELINE_SYNTAX, elements: small(), pixels: PIXELS }),
    'DECODE_DAMAGED',
    'but its pixel data are not encapsulated',
  ],
  [
    'says JPEG, holds rubbish',
    () => dicomFile({ syntax: BASELINE_SYNTAX, elements: small(), fragments: [Buffer.alloc(40, 7)] }),
    'DECODE_DAMAGED',
    'not the JPEG that the transfer syntax says',
  ],
  [
    'says JPEG 2000, holds rubbish',
    () => dicomFile({ syntax: JPEG_2000_SYNTAX, elements: small(), fragments: [Buffer.alloc(80, 7)] }),
    'DECODE_DAMAGED',
    'not the JPEG 2000 that the transfer syntax says',
  ],
  [
    'a JPEG of another size',
    () => dicomFile({ syntax: BASELINE_SYNTAX, elements: small(), fragments: [jpegHeaderOf(9000, 9000)] }),
    'DECODE_DAMAGED',
    'its header says 2 × 2 pixels and the compressed picture 9000 × 9000',
  ],
  [
    'no fragments',
    () => dicomFile({ syntax: BASELINE_SYNTAX, elements: small(), fragments: [] }),
    'DECODE_TRUNCATED',
    'no picture in its pixel data',
  ],
  [
    'three fragments for two frames',
    () =>
      dicomFile({
        syntax: BASELINE_SYNTAX,
        elements: small({ NumberOfFrames: 2 }),
        fragments: [PIXELS, PIXELS, PIXELS],
      }),
    'DECODE_DAMAGED',
    '2 frames in 3 fragments',
  ],
  [
    'an RLE header with too many segments',
    () => dicomFile({ syntax: RLE_SYNTAX, elements: small(), fragments: [rleFrame([PIXELS, PIXELS])] }),
    'DECODE_DAMAGED',
    'names 2 segments where the picture has 1',
  ],
  [
    'an RLE segment that ends early',
    () => dicomFile({ syntax: RLE_SYNTAX, elements: small(), fragments: [rleFrame([Buffer.from([0, 1])])] }),
    'DECODE_TRUNCATED',
    'an RLE segment ends before its plane is full',
  ],
  [
    'an RLE header that ends early',
    () => dicomFile({ syntax: RLE_SYNTAX, elements: small(), fragments: [Buffer.alloc(8)] }),
    'DECODE_TRUNCATED',
    'the RLE header ends early',
  ],
  [
    'a deflated frame longer than its header says',
    () =>
      dicomFile({
        syntax: '1.2.840.10008.1.2.8.1',
        elements: small(),
        fragments: [deflateRawSync(Buffer.alloc(100_000))],
      }),
    'DECODE_DAMAGED',
    'longer than its header says',
  ],
  [
    'damaged deflated data',
    () => Buffer.concat([preamble(), fileMeta(DEFLATED_SYNTAX), Buffer.alloc(32, 0xff)]),
    'DECODE_DAMAGED',
    'The deflated data of film.dcm are damaged',
  ],
  [
    'deflated data that inflate a thousandfold (fo-dicom#2165)',
    inflatesWithoutEnd,
    'DECODE_TOO_LARGE',
    'film.dcm inflates to more than 512 MiB and was not opened.',
  ],
  [
    'an RLE frame of 100 megapixels in 66 bytes',
    () =>
      dicomFile({
        syntax: RLE_SYNTAX,
        elements: small({ Rows: 10_000, Columns: 10_000 }),
        fragments: [rleFrame([Buffer.from([1, 1])])],
      }),
    'DECODE_TRUNCATED',
    'its 66 bytes hold next to nothing of 10000 × 10000 pixels',
  ],
  [
    'a JPEG of 81 megapixels in 16 bytes',
    () =>
      dicomFile({
        syntax: BASELINE_SYNTAX,
        elements: small({ Rows: 9000, Columns: 9000 }),
        fragments: [jpegHeaderOf(9000, 9000)],
      }),
    'DECODE_TRUNCATED',
    'its 16 bytes hold next to nothing of 9000 × 9000 pixels',
  ],
  [
    'video',
    () => dicomFile({ syntax: '1.2.840.10008.1.2.4.102', elements: small(), fragments: [PIXELS] }),
    'DECODE_UNSUPPORTED',
    'MPEG-4 AVC/H.264 High Profile (1.2.840.10008.1.2.4.102)',
  ],
  [
    'a syntax that nobody knows',
    () => dicomFile({ syntax: '1.2.3.4', elements: small(), fragments: [PIXELS] }),
    'DECODE_UNSUPPORTED',
    'unknown (1.2.3.4)',
  ],
  [
    'a million and one elements',
    () => withDataSet(Buffer.alloc(8_000_016, elementHead(0x00090010, 'LO', 0, EXPLICIT)), plain),
    'DECODE_TOO_LARGE',
    'more than 1,000,000 data elements',
  ],
]

for (const [name, bytes, code, text] of refused) {
  test(`${name}: refused with ${code}`, async () => {
    await assert.rejects(decodeDicom(filmFile(bytes()), 0), (error) => {
      assert.ok(error instanceof HilumError, String(error))
      assert.equal(error.code, code, error.message)
      assert.ok(error.message.includes(text), error.message)
      return true
    })
  })
}

test('a film that ends after three quarters is shown with a warning, the rest 0', async () => {
  const film = await decodeDicom(filmFile(withDataSet(plain.subarray(0, -1))), 0)
  assert.deepEqual([...film.pixels], [1, 2, 3, 0])
  assert.deepEqual(
    film.warnings.map((warning) => warning.code),
    ['DICOM_TRUNCATED', 'DICOM_TRUNCATED_PIXELS'],
  )
})

test('an RLE film whose planes end after three and two of four values shows two', async () => {
  const elements = small({ BitsAllocated: 16, BitsStored: 16, HighBit: 15 })
  // Literals of three and of two bytes, the high bytes first.
  const segments = [Buffer.from([2, 1, 2, 3]), Buffer.from([1, 4, 5])]
  const film = await decodeDicom(
    filmFile(dicomFile({ syntax: RLE_SYNTAX, elements, fragments: [rleFrame(segments)] })),
    0,
  )
  assert.deepEqual([...film.pixels], [0x104, 0x205, 0, 0])
  assert.deepEqual(
    film.warnings.map((warning) => warning.code),
    ['DICOM_TRUNCATED_PIXELS'],
  )
})

test('a frame that is not there is refused', async () => {
  const file = filmFile(dicomFile({ elements: small({ NumberOfFrames: 2 }), pixels: Buffer.alloc(8) }))
  await assert.rejects(decodeDicom(file, 2), { code: 'DECODE_NO_SUCH_FRAME' })
  await assert.rejects(decodeDicom(file, -1), { code: 'DECODE_NO_SUCH_FRAME' })
})

test('whichever byte a file ends after, it is a picture or a coded error', async () => {
  const elements = small({
    VoiLutSequence: [{ LutDescriptor: [2, 0, 8], LutData: [0, 255] }],
    PatientName: 'A^B',
  })
  for (const sequences of ['by length', 'by delimiter'] as const) {
    const whole = dicomFile({ elements, pixels: PIXELS, sequences })
    for (let end = 0; end < whole.length; end++) await pictureOrCodedError(whole.subarray(0, end))
  }
})

async function pictureOrCodedError(bytes: Buffer): Promise<void> {
  try {
    await decodeDicom(filmFile(bytes), 0)
  } catch (error) {
    assert.ok(error instanceof HilumError, `${bytes.length} bytes: ${String(error)}`)
  }
}

/** SOI and a baseline frame header of one component, and nothing more. */
function jpegHeaderOf(rows: number, columns: number): Buffer {
  const bytes = Buffer.from('ffd8ffc0000b08000000000101110000', 'hex')
  bytes.writeUInt16BE(rows, 7)
  bytes.writeUInt16BE(columns, 9)
  return bytes
}

/** Half a megabyte of deflate blocks, each a mebibyte of zeros. */
function inflatesWithoutEnd(): Buffer {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: 3 })
  return Buffer.concat([preamble(), fileMeta(DEFLATED_SYNTAX), ...Array.from({ length: 520 }, () => block)])
}
