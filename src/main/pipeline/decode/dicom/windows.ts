import type { Window, WindowFunction } from '../../../../shared/greyscale/grey-transform.ts'
import type { DataSet } from './data-set.ts'
import { TAG } from './tags.ts'
import { text } from './text.ts'
import { code, numbers } from './values.ts'

/** PS3.3 C.11.2.1.2: as many windows as there are centres with a width that the function allows. */
export function windowsOf(dataSet: DataSet): readonly Window[] {
  const centres = numbers(dataSet, TAG.WindowCenter, 'DS')
  const widths = numbers(dataSet, TAG.WindowWidth, 'DS')
  const names = text(dataSet, TAG.WindowCenterWidthExplanation).split('\\')
  const shape = windowFunction(dataSet)
  return centres.flatMap((centre, i) => {
    const width = widths[i]
    if (width === undefined || !isAllowed(width, shape)) return []
    return [{ centre, width, function: shape, name: (names[i] ?? '').trim() }]
  })
}

// PS3.3 C.11.2.1.2.1 and C.11.2.1.3: a LINEAR width is at least 1, the others are above 0.
function isAllowed(width: number, shape: WindowFunction): boolean {
  return Number.isFinite(width) && (shape === 'LINEAR' ? width >= 1 : width > 0)
}

function windowFunction(dataSet: DataSet): WindowFunction {
  const shape = code(dataSet, TAG.VoiLutFunction)
  return shape === 'SIGMOID' || shape === 'LINEAR_EXACT' ? shape : 'LINEAR'
}
