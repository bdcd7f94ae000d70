import type { Warning } from '../../../../shared/analysis.ts'
import { HilumError } from '../../../../shared/errors.ts'
import type { Element } from './data-set.ts'
import { nativeFrameBits } from './native-pixels.ts'
import type { DicomFile } from './parse-file.ts'
import type { PixelDescription } from './pixel-description.ts'
import { TAG } from './tags.ts'

/** The element that holds the picture, written as the transfer syntax says. */
export function pixelDataOf(file: DicomFile): Element {
  const { elements } = file.dataSet
  const element = elements.get(TAG.PixelData)
  if (!element) throw noPixelData(file)
  const encapsulated = element.fragments !== null
  if (encapsulated === (file.syntax.coding !== 'native')) return element
  throw new HilumError(
    'DECODE_DAMAGED',
    `${file.name} says ${file.syntax.name} but its pixel data are ${encapsulated ? 'compressed' : 'not encapsulated'}; export it again.`,
  )
}

function noPixelData(file: DicomFile): HilumError {
  const { elements } = file.dataSet
  if (elements.has(TAG.FloatPixelData) || elements.has(TAG.DoubleFloatPixelData)) {
    return new HilumError(
      'DECODE_UNSUPPORTED',
      `${file.name} holds numbers with a decimal point (float pixel data), which no film does; Hilum does not show it.`,
    )
  }
  if (file.warnings.some(({ code }) => code === 'DICOM_TRUNCATED')) {
    return new HilumError(
      'DECODE_TRUNCATED',
      `${file.name} ends before its pixel data; copy it again from its source.`,
    )
  }
  return new HilumError('DECODE_NO_PIXELS', `${file.name} is a DICOM file without a picture.`)
}

/**
 * The number of frames that the bytes can hold, where that is less than the header's. Nothing is ever done as often
 * as a header says alone.
 */
export function framesThatAreThere(
  file: DicomFile,
  pixelData: Element,
  description: PixelDescription,
): { frames: number; warnings: readonly Warning[] } {
  const most = pixelData.fragments
    ? Math.max(pixelData.fragments.length - 1, 1)
    : Math.max(Math.ceil((pixelData.length * 8) / nativeFrameBits(description)), 1)
  if (description.frames <= most) return { frames: description.frames, warnings: [] }
  const message = `${file.name} says that it has ${description.frames} frames and has the bytes of ${most}.`
  return { frames: most, warnings: [{ code: 'DICOM_MISSING_FRAMES', message }] }
}
