// Faults that readers have stumbled over and that leave the picture whole: it is shown, with a warning where one helps.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeDicom } from './decode-dicom.ts'
import {
  dataSetBytes,
  dicomFile,
  elementBytes,
  elementHead,
  fileMeta,
  preamble,
} from './fixtures/dicom-writer.ts'
import { filmFile } from './fixtures/film-file.ts'
import { rleFrame } from './fixtures/rle-frame.ts'
import {
  BIG_ENDIAN_SYNTAX,
  EXPLICIT,
  IMPLICIT_SYNTAX,
  PIXELS,
  RLE_SYNTAX,
  UNDEFINED,
  head,
  item,
  itemEnd,
  pixelData,
  plain,
  sequenceEnd,
  sequenceOf,
  small,
  sop,
  withDataSet,
} from './fixtures/small-film.ts'
import { TAG } from './tags.ts'

// name, bytes, the warnings that the reader sees
const readAllTheSame: readonly (readonly [string, () => Buffer, readonly string[]])[] = [
  [
    'no meta group length (dcmjs#326)',
    () => Buffer.concat([preamble(), fileMeta('1.2.840.10008.1.2.1').subarray(12), plain]),
    [],
  ],
  [
    'a meta group length that is too long',
    () => lying(dicomFile({ elements: small(), pixels: PIXELS }), 140, 0x7fffffff),
    [],
  ],
  [
    'a meta group length that is too short',
    () => lying(dicomFile({ elements: small(), pixels: PIXELS }), 140, 0),
    [],
  ],
  ['no preamble and no meta, explicit', () => Buffer.concat([sop, plain]), ['DICOM_NO_META']],
  ['no preamble and no meta, implicit', () => bareDataSet(IMPLICIT_SYNTAX), ['DICOM_NO_META']],
  ['no preamble and no meta, big endian', () => bareDataSet(BIG_ENDIAN_SYNTAX), ['DICOM_NO_META']],
  ['meta without preamble', () => Buffer.concat([fileMeta('1.2.840.10008.1.2.1'), plain]), []],
  ['says implicit and writes VRs', () => Buffer.concat([preamble(), fileMeta(IMPLICIT_SYNTAX), plain]), []],
  [
    'says explicit and writes no VRs',
    () => withDataSet(dataSetBytes({ syntax: IMPLICIT_SYNTAX, elements: small(), pixels: PIXELS })),
    ['DICOM_MISSING_VR'],
  ],
  [
    'an explicit file with an implicit item',
    () =>
      withDataSet(
        sequenceOf(
          Buffer.concat([item(16), elementBytes(TAG.CodeMeaning, '', Buffer.from('CHEST   '), EXPLICIT)]),
          24,
        ),
        plain,
      ),
    [],
  ],
  [
    'says little endian and writes big endian (WEA#350)',
    () => Buffer.concat([preamble(), fileMeta('1.2.840.10008.1.2.1'), bareDataSet(BIG_ENDIAN_SYNTAX)]),
    [],
  ],
  [
    'says big endian and writes little endian (WEA#350)',
    () => Buffer.concat([preamble(), fileMeta(BIG_ENDIAN_SYNTAX), sop, plain]),
    [],
  ],
  [
    'Papyrus, as which implicit little endian went in 1995',
    () => Buffer.concat([preamble(), fileMeta('1.2.840.10008.1.20'), bareDataSet(IMPLICIT_SYNTAX)]),
    [],
  ],
  [
    'numbers written as text',
    () =>
      withDataSet(
        ...[TAG.Rows, TAG.Columns].map((tag) => elementBytes(tag, 'LO', Buffer.from('2 '), EXPLICIT)),
        dataSetBytes({ elements: { BitsAllocated: 8 }, pixels: PIXELS }),
      ),
    [],
  ],
  [
    'a high bit below the bits stored',
    () => dicomFile({ elements: small({ BitsStored: 8, HighBit: 3 }), pixels: PIXELS }),
    [],
  ],
  [
    'a photometric interpretation in small letters',
    () => dicomFile({ elements: small({ PhotometricInterpretation: 'monochrome2' }), pixels: PIXELS }),
    [],
  ],
  ['zeros after the pixel data (vtk-dicom#201)', () => withDataSet(plain, Buffer.alloc(4096)), []],
  ['rubbish after the pixel data', () => withDataSet(plain, Buffer.alloc(64, 0x41)), ['DICOM_TRUNCATED']],
  [
    'a delimiter with undefined length (dicomParser#266)',
    () =>
      withDataSet(
        sequenceOf(Buffer.concat([item(UNDEFINED), itemEnd(UNDEFINED), sequenceEnd(UNDEFINED)]), UNDEFINED),
        plain,
      ),
    [],
  ],
  ['a delimiter that closes nothing', () => withDataSet(itemEnd(), sequenceEnd(), plain), []],
  [
    'a sequence without its delimiter',
    () => withDataSet(sequenceOf(Buffer.concat([item(0)]), UNDEFINED), plain),
    ['DICOM_BAD_SEQUENCE'],
  ],
  ['an item longer than its sequence', () => withDataSet(sequenceOf(item(1000), 8), plain), []],
  [
    'a sequence of rubbish with a length',
    () => withDataSet(sequenceOf(Buffer.alloc(16, 0x2a), 16), plain),
    ['DICOM_BAD_SEQUENCE'],
  ],
  [
    'a private OB of undefined length (suyashkumar/dicom#349)',
    () => withDataSet(elementHead(0x00090010, 'OB', UNDEFINED, EXPLICIT), plain),
    ['DICOM_NO_DELIMITER'],
  ],
  [
    'a text of undefined length',
    () => withDataSet(elementHead(0x00090010, 'UT', UNDEFINED, EXPLICIT), plain),
    ['DICOM_NO_DELIMITER'],
  ],
  [
    'sequences nested 50,000 deep',
    () =>
      withDataSet(
        ...Array.from({ length: 50_000 }, () => sequenceOf(item(UNDEFINED), UNDEFINED)),
        ...Array.from({ length: 50_000 }, () => Buffer.concat([itemEnd(), sequenceEnd()])),
        plain,
      ),
    [],
  ],
  [
    'an element twice: the first counts',
    () => withDataSet(plain, dataSetBytes({ elements: { Rows: 60_000 } })),
    [],
  ],
  [
    'a program in the preamble',
    () =>
      Buffer.concat([preamble(Buffer.from('MZ\x90\0', 'latin1')), fileMeta('1.2.840.10008.1.2.1'), plain]),
    ['DICOM_EXECUTABLE_PREAMBLE'],
  ],
  [
    'a script in the preamble',
    () => Buffer.concat([preamble(Buffer.from('#!/bin/sh\n')), fileMeta('1.2.840.10008.1.2.1'), plain]),
    ['DICOM_EXECUTABLE_PREAMBLE'],
  ],
  [
    'two billion frames in four bytes',
    () => dicomFile({ elements: small({ NumberOfFrames: 2_000_000_000 }), pixels: PIXELS }),
    ['DICOM_MISSING_FRAMES'],
  ],
  [
    'fragments without a delimiter',
    () =>
      dicomFile({
        syntax: RLE_SYNTAX,
        elements: small(),
        fragments: [rleFrame([Buffer.from([3, 1, 2, 3, 4])])],
      }).subarray(0, -8),
    ['DICOM_TRUNCATED'],
  ],
  [
    'an offset table that points nowhere',
    () =>
      dicomFile({
        syntax: RLE_SYNTAX,
        elements: small(),
        offsetTable: Buffer.alloc(4, 0xff),
        fragments: [rleFrame([Buffer.from([3, 1, 2, 3, 4])])],
      }),
    [],
  ],
  [
    'one RLE frame in three fragments',
    () =>
      dicomFile({
        syntax: RLE_SYNTAX,
        elements: small(),
        fragments: inThree(rleFrame([Buffer.from([3, 1, 2, 3, 4])])),
      }),
    [],
  ],
]

for (const [name, bytes, warnings] of readAllTheSame) {
  test(`${name}: read all the same`, async () => {
    const film = await decodeDicom(filmFile(bytes()), 0)
    assert.deepEqual([...film.pixels], [1, 2, 3, 4])
    assert.deepEqual(
      film.warnings.map((warning) => warning.code),
      warnings,
    )
  })
}

test('a sequence that was copied as UN is one all the same, and implicit within (PS3.5 6.2.2)', async () => {
  const implicit = { explicit: false, littleEndian: true }
  const table = Buffer.concat([
    elementBytes(TAG.LutDescriptor, '', Buffer.from([2, 0, 0, 0, 8, 0]), implicit),
    elementBytes(TAG.LutData, '', Buffer.from([255, 0]), implicit),
  ])
  const content = Buffer.concat([item(table.length), table])
  const sequence = elementBytes(TAG.VoiLutSequence, 'UN', content, EXPLICIT)
  const { grey } = await decodeDicom(filmFile(withDataSet(head, sequence, pixelData)), 0)
  assert.deepEqual(
    grey.voiTables.map(({ bits, entries }) => ({ bits, entries: [...entries] })),
    [{ bits: 8, entries: [255, 0] }],
  )
})

function lying(bytes: Buffer, at: number, length: number): Buffer {
  bytes.writeUInt32LE(length, at)
  return bytes
}

function bareDataSet(syntax: string): Buffer {
  const littleEndian = syntax !== BIG_ENDIAN_SYNTAX
  const layout = { explicit: syntax !== IMPLICIT_SYNTAX, littleEndian }
  const first = elementBytes(TAG.SopClassUid, 'UI', Buffer.from('1.2.3.44'), layout)
  return Buffer.concat([first, dataSetBytes({ syntax, elements: small(), pixels: PIXELS })])
}

function inThree(bytes: Buffer): Buffer[] {
  return [bytes.subarray(0, 20), bytes.subarray(20, 66), bytes.subarray(66)]
}
