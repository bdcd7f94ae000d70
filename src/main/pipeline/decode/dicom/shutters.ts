import type { Shutter } from '../../film.ts'
import type { DataSet } from './data-set.ts'
import { TAG } from './tags.ts'
import { codes, number, numbers } from './values.ts'

/** PS3.3 C.7.6.11: the shapes that are told completely; a file may have one of each. */
export function shuttersOf(dataSet: DataSet): Shutter[] {
  return codes(dataSet, TAG.ShutterShape).flatMap((shape) => shutterOfShape(dataSet, shape) ?? [])
}

function shutterOfShape(dataSet: DataSet, shape: string): Shutter | null {
  switch (shape) {
    case 'RECTANGULAR':
      return rectangular(dataSet)
    case 'CIRCULAR':
      return circular(dataSet)
    case 'POLYGONAL':
      return polygonal(dataSet)
    default:
      return null
  }
}

function rectangular(dataSet: DataSet): Shutter | null {
  const left = number(dataSet, TAG.ShutterLeftVerticalEdge, 'DS')
  const right = number(dataSet, TAG.ShutterRightVerticalEdge, 'DS')
  const upper = number(dataSet, TAG.ShutterUpperHorizontalEdge, 'DS')
  const lower = number(dataSet, TAG.ShutterLowerHorizontalEdge, 'DS')
  if (left === null || right === null || upper === null || lower === null) return null
  return right > left && lower > upper ? { shape: 'RECTANGULAR', left, right, upper, lower } : null
}

function circular(dataSet: DataSet): Shutter | null {
  const [row, column] = numbers(dataSet, TAG.CenterOfCircularShutter, 'DS')
  const radius = number(dataSet, TAG.RadiusOfCircularShutter, 'DS')
  if (row === undefined || column === undefined || radius === null || radius <= 0) return null
  return { shape: 'CIRCULAR', row, column, radius }
}

function polygonal(dataSet: DataSet): Shutter | null {
  const pairs = numbers(dataSet, TAG.VerticesOfThePolygonalShutter, 'DS')
  const vertices = Array.from(
    { length: Math.floor(pairs.length / 2) },
    (_, i) => [pairs[2 * i]!, pairs[2 * i + 1]!] as const,
  )
  return vertices.length >= 3 ? { shape: 'POLYGONAL', vertices } : null
}
