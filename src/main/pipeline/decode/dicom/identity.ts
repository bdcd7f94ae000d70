import type { Identity } from '../../film.ts'
import type { DataSet } from './data-set.ts'
import type { DicomFile } from './parse-file.ts'
import { TAG } from './tags.ts'
import { personName, text } from './text.ts'
import { isAlwaysLossy, type TransferSyntax } from './transfer-syntaxes.ts'
import { code, codes, number } from './values.ts'

export function identityOf({ dataSet, syntax }: DicomFile): Identity {
  return {
    ...patient(dataSet),
    ...study(dataSet),
    modality: code(dataSet, TAG.Modality),
    bodyPart: code(dataSet, TAG.BodyPartExamined),
    viewPosition: code(dataSet, TAG.ViewPosition),
    laterality: code(dataSet, TAG.ImageLaterality) || code(dataSet, TAG.Laterality),
    patientOrientation: codes(dataSet, TAG.PatientOrientation).filter((letters) => letters !== ''),
    manufacturer: text(dataSet, TAG.Manufacturer),
    modelName: text(dataSet, TAG.ManufacturerModelName),
    institution: text(dataSet, TAG.InstitutionName),
    burnedInAnnotation: yesOrNo(code(dataSet, TAG.BurnedInAnnotation)),
    lossy: lossyCompression(dataSet, syntax),
  }
}

function patient(dataSet: DataSet) {
  return {
    patientName: personName(dataSet, TAG.PatientName),
    patientId: text(dataSet, TAG.PatientId),
    patientSex: code(dataSet, TAG.PatientSex),
    patientAge: code(dataSet, TAG.PatientAge),
    patientBirthDate: code(dataSet, TAG.PatientBirthDate),
  }
}

function study(dataSet: DataSet) {
  return {
    studyInstanceUid: code(dataSet, TAG.StudyInstanceUid),
    studyDate: code(dataSet, TAG.StudyDate),
    studyTime: code(dataSet, TAG.StudyTime),
    studyDescription: text(dataSet, TAG.StudyDescription),
    accessionNumber: text(dataSet, TAG.AccessionNumber),
    seriesInstanceUid: code(dataSet, TAG.SeriesInstanceUid),
    seriesDescription: text(dataSet, TAG.SeriesDescription),
    sopInstanceUid: code(dataSet, TAG.SopInstanceUid),
    sopClassUid: code(dataSet, TAG.SopClassUid),
  }
}

function yesOrNo(value: string): boolean | null {
  if (value === 'YES') return true
  return value === 'NO' ? false : null
}

// PS3.3 C.7.6.1.1.5: once lossy, always lossy; the ratio and method of the first step come first. Files that forget to
// say so are given away by their syntax.
function lossyCompression(dataSet: DataSet, syntax: TransferSyntax): Identity['lossy'] {
  if (code(dataSet, TAG.LossyImageCompression) !== '01' && !isAlwaysLossy(syntax)) return null
  return {
    ratio: number(dataSet, TAG.LossyImageCompressionRatio, 'DS'),
    method: code(dataSet, TAG.LossyImageCompressionMethod),
  }
}
