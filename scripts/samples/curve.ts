import { type Plane, type Point, centimetres, clamp, FILM_CM } from './plane.ts'

/** A smooth line through the points (Catmull-Rom), with `steps` pieces between two of them. */
export function smoothLine(points: readonly Point[], steps = 8): Point[] {
  const at = (i: number): Point => points[clamp(i, 0, points.length - 1)] ?? [0, 0]
  const line: Point[] = []
  for (let i = 0; i < points.length - 1; i++) {
    for (let step = 0; step < steps; step++)
      line.push(between4([at(i - 1), at(i), at(i + 1), at(i + 2)], step / steps))
  }
  line.push(at(points.length - 1))
  return line
}

function between4([before, from, to, after]: readonly [Point, Point, Point, Point], t: number): Point {
  const along = (a: number, b: number, c: number, d: number): number =>
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
  return [along(before[0], from[0], to[0], after[0]), along(before[1], from[1], to[1], after[1])]
}

/** A function through the points, which are in order of x: smooth, and flat beyond both ends. */
export function smoothFunction(points: readonly Point[]): (x: number) => number {
  return (x) => {
    const last = points.length - 1
    const next = points.findIndex(([px]) => px > x)
    if (next === 0) return points[0]?.[1] ?? 0
    if (next < 0) return points[last]?.[1] ?? 0
    const at = (i: number): Point => points[clamp(i, 0, last)] ?? [0, 0]
    const [from, to] = [at(next - 1), at(next)]
    const t = (x - from[0]) / (to[0] - from[0])
    return between4([at(next - 2), from, to, at(next + 1)], t)[1]
  }
}

export interface StrokeSpot {
  /** Distance from the middle line in centimetres; negative to its left as one walks along. */
  readonly aside: number
  /** 0 at the line's start, 1 at its end. */
  readonly along: number
}

/** Adds `profile` at each pixel within `reach` of the line, once, by the line's nearest place. */
export function stroke(
  plane: Plane,
  line: readonly Point[],
  reach: number,
  profile: (spot: StrokeSpot) => number,
): void {
  const nearest = new Map<number, StrokeSpot>()
  for (let i = 0; i + 1 < line.length; i++) {
    const piece: readonly [Point, Point] = [line[i] ?? [0, 0], line[i + 1] ?? [0, 0]]
    forPixelsNear(plane.size, piece, reach, (index, x, y) => {
      const spot = nearestOnPiece(piece, x, y)
      const known = nearest.get(index)
      if (Math.abs(spot.aside) > reach || (known && Math.abs(known.aside) <= Math.abs(spot.aside))) return
      nearest.set(index, { aside: spot.aside, along: (i + spot.along) / (line.length - 1) })
    })
  }
  for (const [index, spot] of nearest) {
    // Ends are cut straight: two strokes that meet would otherwise show two rims.
    if (spot.along === 0 || spot.along === 1) continue
    plane.values[index] = (plane.values[index] ?? 0) + profile(spot)
  }
}

export function forPixelsNear(
  size: number,
  points: readonly Point[],
  reach: number,
  visit: (index: number, x: number, y: number) => void,
): void {
  const [left, right] = pixelSpan(
    points.map(([x]) => x),
    reach,
    size,
  )
  const [top, bottom] = pixelSpan(
    points.map(([, y]) => y),
    reach,
    size,
  )
  for (let row = top; row <= bottom; row++) {
    const y = centimetres(row, size)
    for (let column = left; column <= right; column++)
      visit(row * size + column, centimetres(column, size), y)
  }
}

function pixelSpan(values: readonly number[], reach: number, size: number): readonly [number, number] {
  const pixel = (value: number): number => clamp(Math.round((value / FILM_CM + 0.5) * size), 0, size - 1)
  return [pixel(Math.min(...values) - reach), pixel(Math.max(...values) + reach)]
}

/** The signed distance to a straight piece; beyond its ends the distance to the end. */
export function nearestOnPiece([from, to]: readonly [Point, Point], x: number, y: number): StrokeSpot {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  // A piece without length has its start for its nearest place.
  const lengthSquared = Math.max(dx * dx + dy * dy, 1e-12)
  const along = clamp(((x - from[0]) * dx + (y - from[1]) * dy) / lengthSquared, 0, 1)
  const distance = Math.hypot(x - from[0] - along * dx, y - from[1] - along * dy)
  const side = dx * (y - from[1]) - dy * (x - from[0])
  return { aside: side < 0 ? -distance : distance, along }
}

/** Distance to a closed outline, positive inside. */
export function depthInside(outline: readonly Point[]): (x: number, y: number) => number {
  return (x, y) => {
    let distance = Infinity
    let inside = false
    for (let i = 0; i < outline.length; i++) {
      const from = outline[i] ?? [0, 0]
      const to = outline[(i + 1) % outline.length] ?? [0, 0]
      distance = Math.min(distance, Math.abs(nearestOnPiece([from, to], x, y).aside))
      const crosses = from[1] > y !== to[1] > y
      if (crosses && x < ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1]) + from[0]) inside = !inside
    }
    return inside ? distance : -distance
  }
}
