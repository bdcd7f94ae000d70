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
  seriesDescription: '',
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
  magnification: null,
  pixelAspectRatio: [1, 1],
}
