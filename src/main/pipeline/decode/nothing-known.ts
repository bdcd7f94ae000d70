// What a file says of person and exposure when it says nothing.

import type { Geometry, Identity } from '../film.ts'

export const NO_IDENTITY: Identity = {
  patientName: '',
  patientId: '',
  patientSex: '',
  patientAge: '',
  patientBirthDate: '',
  studyInstanceUid: '',
  studyDate: '',
  studyTime: '',
  studyDescription: '',
  accessionNumber: '',
  seriesInstanceUid: '',
  seriesNumber: '',
  seriesDate: '',
  seriesTime: '',
  seriesDescription: '',
  acquisitionDate: '',
  acquisitionTime: '',
  instanceNumber: '',
  sopInstanceUid: '',
  sopClassUid: '',
  modality: '',
  bodyPart: '',
  viewPosition: '',
  laterality: '',
  patientOrientation: [],
  manufacturer: '',
  modelName: '',
  institution: '',
  burnedInAnnotation: null,
  lossy: null,
}

export const NO_GEOMETRY: Geometry = {
  pixelSpacing: null,
  imagerPixelSpacing: null,
  scannedPixelSpacing: null,
  calibration: null,
  magnification: null,
  pixelAspectRatio: [1, 1],
}
