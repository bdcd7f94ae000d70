import { frameGroups } from './frame-groups.ts'
import { greyTransform } from './grey-transform.ts'
import { paddingOf } from './padding.ts'
import type { DicomFile } from './parse-file.ts'
import type { PixelDescription } from './pixel-description.ts'
import { TAG } from './tags.ts'

/**
 * The stored values at which the file's window begins and ends, the lower one first. Null where nearly the same values
 * would not be shown nearly the same: a table may tell any two of them apart, padding is told by its value, a window
 * that is made from the values would be made from others, and bits beside the stored ones are to be cut off.
 */
export function windowEnds(
  { dataSet }: DicomFile,
  description: PixelDescription,
  frame: number,
): readonly [number, number] | null {
  const { photometricInterpretation: kind, signed, highBit, bitsStored } = description
  if ((kind !== 'MONOCHROME1' && kind !== 'MONOCHROME2') || signed || highBit !== bitsStored - 1) return null
  if (paddingOf(dataSet, signed) !== null || hasOverlayInPixels(dataSet)) return null
  const { modality, windows, voiTables } = greyTransform(frameGroups(dataSet, frame), description)
  const [window] = windows
  if (window === undefined || voiTables.length > 0 || modality.kind === 'table') return null
  // PS3.3 C.11.2.1.2.1: LINEAR goes from c - 0.5 - (w - 1) / 2 to c - 0.5 + (w - 1) / 2. The others are no steeper.
  const less = window.function === 'LINEAR' ? 1 : 0
  const [one, other] = [-1, 1].map((side) => {
    const value = window.centre - less / 2 + (side * (window.width - less)) / 2
    return (value - modality.intercept) / modality.slope
  }) as [number, number]
  return [Math.min(one, other), Math.max(one, other)]
}

/** PS3.3 C.9.2 of 2004 and before: an overlay without data of its own is in bits beside those of the pixels. */
function hasOverlayInPixels({ elements }: DicomFile['dataSet']): boolean {
  return Array.from({ length: 16 }, (_, i) => i * 0x20000).some(
    (group) => elements.has(TAG.OverlayBitPosition + group) && !elements.has(TAG.OverlayData + group),
  )
}
