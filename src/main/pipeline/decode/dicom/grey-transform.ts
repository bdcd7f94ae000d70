import type {
  GreyTransform,
  LookUpTable,
  ModalityTransform,
  Window,
} from '../../../../shared/greyscale/grey-transform.ts'
import type { DataSet } from './data-set.ts'
import type { FrameGroups } from './frame-groups.ts'
import { lookUpTable } from './look-up-table.ts'
import type { PixelDescription } from './pixel-description.ts'
import { TAG } from './tags.ts'
import { code, items, number } from './values.ts'
import { windowsOf } from './windows.ts'

/** The parameters of PS3.4 N.2 that the file gives for a frame. */
export function greyTransform(groups: FrameGroups, description: PixelDescription): GreyTransform {
  const modality = modalityTransform(groups, description)
  const windows: readonly Window[] = windowsOf(groups.holding(TAG.WindowCenter, TAG.FrameVoiLutSequence))
  return {
    modality,
    windows,
    voiTables: voiTables(groups.holding(TAG.VoiLutSequence, TAG.FrameVoiLutSequence), modality, description),
    inverted: isInverted(groups.dataSet, description),
  }
}

// PS3.3 C.11.1: a Modality LUT or a rescale, never both; the table is the more particular.
function modalityTransform(groups: FrameGroups, description: PixelDescription): ModalityTransform {
  const holding = (tag: number): DataSet => groups.holding(tag, TAG.PixelValueTransformationSequence)
  const [item] = items(holding(TAG.ModalityLutSequence), TAG.ModalityLutSequence)
  const table = item ? lookUpTable(item, description.signed) : null
  if (table) return { kind: 'table', table }
  const holder = holding(TAG.RescaleSlope)
  const slope = number(holder, TAG.RescaleSlope, 'DS') ?? 1
  return {
    kind: 'rescale',
    // A slope of 0 would make every film one grey. No rescale was meant.
    slope: slope === 0 ? 1 : slope,
    intercept: number(holder, TAG.RescaleIntercept, 'DS') ?? 0,
    unit: code(holder, TAG.RescaleType),
  }
}

// PS3.3 C.11.2.1.1: the descriptor's first value is signed where the values that go in are.
function voiTables(
  dataSet: DataSet,
  modality: ModalityTransform,
  { signed }: PixelDescription,
): readonly LookUpTable[] {
  const negative = modality.kind === 'rescale' && (signed || modality.intercept < 0)
  return items(dataSet, TAG.VoiLutSequence).flatMap((item) => lookUpTable(item, negative) ?? [])
}

// PS3.3 C.7.6.3.1.2 and C.11.6.1.2: MONOCHROME1 shows its smallest value white, after the window.
function isInverted(dataSet: DataSet, { photometricInterpretation }: PixelDescription): boolean {
  return photometricInterpretation === 'MONOCHROME1' || code(dataSet, TAG.PresentationLutShape) === 'INVERSE'
}
