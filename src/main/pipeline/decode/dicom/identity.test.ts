import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeDicom } from './decode-dicom.ts'
import { dicomFile, type Elements } from './fixtures/dicom-writer.ts'
import { filmFile } from './fixtures/film-file.ts'
import { PIXELS, small } from './fixtures/small-film.ts'

async function filmOf(elements: Elements) {
  return decodeDicom(filmFile(dicomFile({ elements: small(elements), pixels: PIXELS })), 0)
}

test('a film says who and what it shows', async () => {
  const { identity } = await filmOf({
    PatientName: 'DOE^JANE^^^',
    PatientId: ' 0042 ',
    PatientSex: 'F',
    PatientAge: '045Y',
    StudyDate: '20200131',
    Modality: 'DX',
    BodyPartExamined: 'CHEST',
    ViewPosition: 'PA',
    PatientOrientation: ['L', 'F'],
    BurnedInAnnotation: 'NO',
    LossyImageCompression: '01',
    LossyImageCompressionRatio: ['10.5', '3'],
    LossyImageCompressionMethod: 'ISO_10918_1',
  })
  assert.equal(identity.patientName, 'DOE^JANE')
  assert.equal(identity.patientId, '0042')
  assert.equal(identity.patientSex, 'F')
  assert.equal(identity.patientAge, '045Y')
  assert.equal(identity.studyDate, '20200131')
  assert.equal(identity.modality, 'DX')
  assert.equal(identity.bodyPart, 'CHEST')
  assert.equal(identity.viewPosition, 'PA')
  assert.deepEqual(identity.patientOrientation, ['L', 'F'])
  assert.equal(identity.burnedInAnnotation, false)
  assert.deepEqual(identity.lossy, { ratio: 10.5, method: 'ISO_10918_1' })
})

test('dates, times and numbers of series, exposure and picture are told apart', async () => {
  const { identity } = await filmOf({
    StudyDate: '20200131',
    SeriesDate: '20200201',
    SeriesTime: '101112.5',
    SeriesNumber: '3',
    AcquisitionDate: '20200202',
    AcquisitionTime: '1013',
    InstanceNumber: '7',
  })
  const { studyDate, seriesDate, seriesTime, seriesNumber } = identity
  const { acquisitionDate, acquisitionTime, instanceNumber } = identity
  assert.deepEqual(
    [studyDate, seriesDate, seriesTime, seriesNumber],
    ['20200131', '20200201', '101112.5', '3'],
  )
  assert.deepEqual([acquisitionDate, acquisitionTime, instanceNumber], ['20200202', '1013', '7'])
})

test('a film without view position shows the view that its code means', async () => {
  const coded = { ViewCodeSequence: [{ CodeMeaning: 'postero-anterior' }] }
  assert.equal((await filmOf(coded)).identity.viewPosition, 'postero-anterior')
  assert.equal((await filmOf({ ...coded, ViewPosition: 'PA' })).identity.viewPosition, 'PA')
})

test('a film that says nothing is nobody', async () => {
  const { identity, geometry } = await filmOf({})
  assert.equal(identity.patientName, '')
  assert.deepEqual(identity.patientOrientation, [])
  assert.equal(identity.burnedInAnnotation, null)
  assert.equal(identity.lossy, null)
  assert.deepEqual(geometry.pixelAspectRatio, [1, 1])
})

test('image laterality goes before that of the series', async () => {
  assert.equal((await filmOf({ Laterality: 'R', ImageLaterality: 'L' })).identity.laterality, 'L')
  assert.equal((await filmOf({ Laterality: 'R' })).identity.laterality, 'R')
  const frame = { FrameAnatomySequence: [{ FrameLaterality: 'L' }] }
  const enhanced = { SharedFunctionalGroupsSequence: [frame], Laterality: 'R' }
  assert.equal((await filmOf(enhanced)).identity.laterality, 'L')
})

test('an item of a sequence shares the character set of its file', async () => {
  const { grey } = await filmOf({
    SpecificCharacterSet: 'ISO_IR 144',
    VoiLutSequence: [
      { LutDescriptor: [2, 0, 8], LutData: [0, 255], LutExplanation: Buffer.from([0xbb, 0x20]) },
    ],
  })
  assert.equal(grey.voiTables[0]?.name, 'Л')
})
