import { frameGroups } from './frame-groups.ts'
import { greyTransform } from './grey-transform.ts'
import { paddingOf } from './padding.ts'
import type { DicomFile } from './parse-file.ts'
import type { PixelDescription } from './pixel-description.ts'
import { shuttersOf } from './shutters.ts'

/**
 * Whether a frame of half the size would be shown as the whole one is. Padding and what a shutter covers would be mixed
 * with the picture beside it, and a window that is made from the values would be made from others.
 */
export function mayBeHalved({ dataSet }: DicomFile, description: PixelDescription, frame: number): boolean {
  const { photometricInterpretation: kind, signed } = description
  if ((kind !== 'MONOCHROME1' && kind !== 'MONOCHROME2') || signed) return false
  const { windows, voiTables } = greyTransform(frameGroups(dataSet, frame), description)
  const isShownByFile = windows.length > 0 || voiTables.length > 0
  return isShownByFile && paddingOf(dataSet, signed) === null && shuttersOf(dataSet).length === 0
}
