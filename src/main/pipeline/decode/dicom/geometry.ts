import type { Geometry } from '../../film.ts'
import type { DataSet } from './data-set.ts'
import type { FrameGroups } from './frame-groups.ts'
import { TAG } from './tags.ts'
import { text } from './text.ts'
import { code, number, numbers } from './values.ts'

export function geometryOf(groups: FrameGroups): Geometry {
  const { dataSet } = groups
  return {
    pixelSpacing: spacing(groups.holding(TAG.PixelSpacing, TAG.PixelMeasuresSequence), TAG.PixelSpacing),
    imagerPixelSpacing: spacing(dataSet, TAG.ImagerPixelSpacing),
    scannedPixelSpacing: spacing(dataSet, TAG.NominalScannedPixelSpacing),
    calibration: calibration(dataSet),
    magnification: positive(number(dataSet, TAG.EstimatedRadiographicMagnificationFactor, 'DS')),
    pixelAspectRatio: aspectRatio(dataSet),
  }
}

// PS3.3 10.7.1.3: between rows first, then between columns. Nothing, rather than a spacing of 0.
function spacing(dataSet: DataSet, tag: number): readonly [number, number] | null {
  const [rows, columns] = numbers(dataSet, tag, 'DS')
  return rows !== undefined && columns !== undefined && rows > 0 && columns > 0 ? [rows, columns] : null
}

// PS3.3 10.7.1.3: FIDUCIAL, by something of known size on the film, or GEOMETRY, by distances.
function calibration(dataSet: DataSet): Geometry['calibration'] {
  const type = code(dataSet, TAG.PixelSpacingCalibrationType)
  return type === '' ? null : { type, description: text(dataSet, TAG.PixelSpacingCalibrationDescription) }
}

function positive(value: number | null): number | null {
  return value !== null && value > 0 ? value : null
}

// PS3.3 C.7.6.3.1.7.
function aspectRatio(dataSet: DataSet): readonly [number, number] {
  const [vertical, horizontal] = numbers(dataSet, TAG.PixelAspectRatio, 'DS')
  return vertical !== undefined && horizontal !== undefined && vertical > 0 && horizontal > 0
    ? [vertical, horizontal]
    : [1, 1]
}
