// The public DICOM files of ../shared/data/dicom against the figures in its index, which other readers made. Files that
// are not there are skipped and counted.

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { HilumError } from '../../../../shared/errors.ts'
import { storedValueFigures } from '../../inspect.ts'
import { decodeDicom } from './decode-dicom.ts'
import { csvRecords } from './fixtures/csv-records.ts'
import { filmFile } from './fixtures/film-file.ts'

const folder = new URL('../../../../../../shared/data/dicom/', import.meta.url)
const NEEDS = 'needs ../shared/data/dicom'

// Files on which Hilum and the index differ, and why Hilum stands by its own.
const OTHERWISE: Readonly<Record<string, string>> = {
  // 15 bits stored, signed: PS3.5 8.1.1 puts the sign into bit 14, which the readers of the index left in place.
  'pydicom-data__JLSL_16_15_1_1F.dcm': '83aca7c9',
}

// JPEG in colour, which the index leaves out: hashes of the samples as coded, on which pydicom 2.3, GDCM 3.0 and DCMTK's
// `dcmdjpeg +cn` agree. The index has that of SC_rgb_dcmtk__eb_cy_*.dcm for the same film uncompressed in YBR_FULL.
const AS_CODED: Readonly<Record<string, string>> = {
  'fo-dicom__GH195.dcm': '55f6dee8',
  'fo-dicom__JPEGwithIcon.dcm': 'adb57191',
  'pydicom__SC_jpeg_no_color_transform_2.dcm': '4dfcb854',
  'pydicom__SC_rgb_dcmtk__eb_cr.dcm': 'a36f6963',
  'pydicom__SC_rgb_dcmtk__eb_cy_n2.dcm': 'b7f33a02',
  'pydicom__SC_rgb_dcmtk__eb_cy_s2.dcm': 'b7f33a02',
  'pydicom__examples_ybr_color.dcm': 'fe498039',
}

// Files that nobody can show as a film.
const REFUSED: Readonly<Record<string, string>> = {
  'pydicom-data__parametric_map_float.dcm': 'DECODE_UNSUPPORTED',
  'pydicom-data__parametric_map_double_float.dcm': 'DECODE_UNSUPPORTED',
  // A sequence delimiter was written over the width within the codestream.
  'pydicom__JPEG2000-embedded-sequence-delimiter.dcm': 'DECODE_DAMAGED',
}

const index = new URL('index.csv', folder)
const records = existsSync(index) ? csvRecords(readFileSync(index, 'utf8')) : []
if (records.length === 0) test('public DICOM files', (t) => t.skip(NEEDS))

for (const { file = '', sha256_frame0_int32le: sha256 = '', min = '', max = '' } of records) {
  test(`${file} ${REFUSED[file] ? 'is refused' : 'has the stored values of the index'}`, async (t) => {
    const path = new URL(file, folder)
    if (!existsSync(path)) return t.skip(NEEDS)
    const film = filmFile(readFileSync(path), file)
    if (REFUSED[file]) {
      await assert.rejects(
        decodeDicom(film, 0),
        (error) => error instanceof HilumError && error.code === REFUSED[file],
      )
      return
    }
    const figures = storedValueFigures((await decodeDicom(film, 0)).pixels)
    const expected = OTHERWISE[file] ?? AS_CODED[file] ?? sha256
    if (expected === '') return
    assert.equal(figures.sha256.slice(0, expected.length), expected)
    if (OTHERWISE[file] || min === '') return
    assert.deepEqual([figures.min, figures.max], [Number(min), Number(max)])
  })
}
