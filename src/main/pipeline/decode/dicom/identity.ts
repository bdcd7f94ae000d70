import type { Identity } from '../../film.ts'
import type { DataSet } from './data-set.ts'
import type { FrameGroups } from './frame-groups.ts'
import type { DicomFile } from './parse-file.ts'
import { TAG } from './tags.ts'
import { personName, text } from './text.ts'
import { isAlwaysLossy, type TransferSyntax } from './transfer-syntaxes.ts'
import { code, codes, items, number } from './values.ts'

export function identityOf({ syntax }: DicomFile, groups: FrameGroups): Identity {
  const { dataSet } = groups
  return {
    ...patient(dataSet),
    ...study(dataSet),
    ...series(dataSet),
    modality: code(dataSet, TAG.Modality),
    bodyPart: code(dataSet, TAG.BodyPartExamined),
    viewPosition: view(dataSet),
    laterality: laterality(groups),
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
  }
}

function series(dataSet: DataSet) {
  return {
    seriesInstanceUid: code(dataSet, TAG.SeriesInstanceUid),
    seriesNumber: code(dataSet, TAG.SeriesNumber),
    seriesDate: code(dataSet, TAG.SeriesDate),
    seriesTime: code(dataSet, TAG.SeriesTime),
    seriesDescription: text(dataSet, TAG.SeriesDescription),
    acquisitionDate: code(dataSet, TAG.AcquisitionDate),
    acquisitionTime: code(dataSet, TAG.AcquisitionTime),
    instanceNumber: code(dataSet, TAG.InstanceNumber),
    sopInstanceUid: code(dataSet, TAG.SopInstanceUid),
    sopClassUid: code(dataSet, TAG.SopClassUid),
  }
}

// PS3.3 C.8.11.5.1.1: a DX film must have the sequence and may do without the code string.
function view(dataSet: DataSet): string {
  const [item] = items(dataSet, TAG.ViewCodeSequence)
  return code(dataSet, TAG.ViewPosition) || (item ? text(item, TAG.CodeMeaning) : '')
}

// Of the frame (PS3.3 C.7.6.16.2.8), of the image, of the series.
function laterality(groups: FrameGroups): string {
  const { dataSet } = groups
  const ofFrame = code(groups.holding(TAG.FrameLaterality, TAG.FrameAnatomySequence), TAG.FrameLaterality)
  return ofFrame || code(dataSet, TAG.ImageLaterality) || code(dataSet, TAG.Laterality)
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
