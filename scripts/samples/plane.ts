// Pictures of line integrals over a film, in centimetres: x to the right, y down, (0, 0) in the middle.

/** Edge of the film in centimetres: the common 43 cm detector. */
export const FILM_CM = 43

export interface Plane {
  readonly size: number
  readonly values: Float32Array
}

export type Point = readonly [x: number, y: number]

export function blankPlane(size: number): Plane {
  return { size, values: new Float32Array(size * size) }
}

export function centimetres(index: number, size: number): number {
  return ((index + 0.5) / size - 0.5) * FILM_CM
}

/** A new plane with `value(x, y)` at each pixel. */
export function paint(size: number, value: (x: number, y: number) => number): Plane {
  const plane = blankPlane(size)
  for (let row = 0, i = 0; row < size; row++) {
    const y = centimetres(row, size)
    for (let column = 0; column < size; column++, i++) plane.values[i] = value(centimetres(column, size), y)
  }
  return plane
}

/** The same for fields that change slowly: worked out on a coarse grid and interpolated. */
export function paintSmooth(size: number, value: (x: number, y: number) => number): Plane {
  const coarseSize = 192
  if (size <= coarseSize) return paint(size, value)
  const coarse = paint(coarseSize, value)
  return paint(size, (x, y) => sample(coarse, x, y))
}

/** Bilinear; outside the film the nearest edge counts. */
export function sample({ size, values }: Plane, x: number, y: number): number {
  const column = clamp((x / FILM_CM + 0.5) * size - 0.5, 0, size - 1)
  const row = clamp((y / FILM_CM + 0.5) * size - 0.5, 0, size - 1)
  const left = Math.min(Math.floor(column), size - 2)
  const top = Math.min(Math.floor(row), size - 2)
  const at = (r: number, c: number): number => values[r * size + c] ?? 0
  const across = column - left
  const above = at(top, left) * (1 - across) + at(top, left + 1) * across
  const below = at(top + 1, left) * (1 - across) + at(top + 1, left + 1) * across
  return above + (below - above) * (row - top)
}

/** Three box means, which is a Gaussian to the eye, of the deviation `sigma` in centimetres. */
export function blur(plane: Plane, sigma: number): Plane {
  const radius = Math.max(1, Math.round((sigma / FILM_CM) * plane.size))
  let values = plane.values
  for (let pass = 0; pass < 3; pass++) {
    values = boxRows(boxRows(values, plane.size, radius), plane.size, radius)
  }
  return { size: plane.size, values }
}

/** Means along the rows, written as columns: twice gives both directions and the picture upright again. */
function boxRows(values: Float32Array, size: number, radius: number): Float32Array {
  const means = new Float32Array(values.length)
  const at = (row: number, column: number): number => values[row * size + clamp(column, 0, size - 1)] ?? 0
  for (let row = 0; row < size; row++) {
    let sum = 0
    for (let column = -radius; column <= radius; column++) sum += at(row, column)
    for (let column = 0; column < size; column++) {
      means[column * size + row] = sum / (2 * radius + 1)
      sum += at(row, column + radius + 1) - at(row, column - radius)
    }
  }
  return means
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

/** 0 at `low` and below, 1 at `high` and above, smooth between. */
export function rise(value: number, low: number, high: number): number {
  const share = clamp((value - low) / (high - low), 0, 1)
  return share * share * (3 - 2 * share)
}
