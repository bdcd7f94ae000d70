// Where a plane of values passes a level: the lines round what lies at or above it (marching squares). What lies
// beyond the plane is below, so that every line is closed.

export interface Plane {
  readonly rows: number
  readonly columns: number
  readonly values: ArrayLike<number>
}

export interface Segment {
  readonly from: PlanePoint
  readonly to: PlanePoint
}

/** The centre of the first value is (0, 0), and values are one apart. */
export interface PlanePoint {
  readonly column: number
  readonly row: number
}

export function outline(plane: Plane, level: number): Segment[] {
  const segments: Segment[] = []
  for (let row = -1; row < plane.rows; row++) {
    for (let column = -1; column < plane.columns; column++) {
      segments.push(...crossings(plane, level, { column, row }))
    }
  }
  return segments
}

/** Within one square, whose corners are four values. */
function crossings(plane: Plane, level: number, { column, row }: PlanePoint): Segment[] {
  const values = [
    valueAt(plane, column, row),
    valueAt(plane, column + 1, row),
    valueAt(plane, column + 1, row + 1),
    valueAt(plane, column, row + 1),
  ]
  const above = values.filter((value) => value >= level).length
  return above === 0 || above === 4 ? [] : linesIn(values, level, { column, row })
}

/** Of the corners, clockwise from the upper left one. */
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const

function linesIn(values: readonly number[], level: number, at: PlanePoint): Segment[] {
  const corners = CORNERS.map(([right, down]) => ({ column: at.column + right, row: at.row + down }))
  const points = corners.flatMap((corner, side) => {
    const next = (side + 1) % 4
    const [here, there] = [values[side]!, values[next]!]
    if (here >= level === there >= level) return []
    return [between(corner, corners[next]!, (level - here) / (there - here))]
  })
  const [a, b, c, d] = points
  if (a === undefined || b === undefined) return []
  if (c === undefined || d === undefined) return [{ from: a, to: b }]
  // Two opposite corners lie above. They are joined where the middle is above as well.
  const joined = values.reduce((sum, value) => sum + value, 0) / 4 >= level
  return joined === values[0]! >= level
    ? [
        { from: a, to: b },
        { from: c, to: d },
      ]
    : [
        { from: d, to: a },
        { from: b, to: c },
      ]
}

function valueAt({ rows, columns, values }: Plane, column: number, row: number): number {
  const inside = row >= 0 && column >= 0 && row < rows && column < columns
  return inside ? values[row * columns + column]! : 0
}

function between(from: PlanePoint, to: PlanePoint, share: number): PlanePoint {
  return {
    column: from.column + (to.column - from.column) * share,
    row: from.row + (to.row - from.row) * share,
  }
}
