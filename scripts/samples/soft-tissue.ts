// Body, lungs and what lies between them, as centimetres of water-like tissue along the ray. The patient's right is
// on the left of the film. Organs are simple solids; where they displace lung the air under them gets thinner,
// which is what draws their edges.

import { depthInside, smoothFunction, smoothLine } from './curve.ts'
import { clamp, type Plane, paint, paintSmooth, type Point, rise, sample } from './plane.ts'

export interface Build {
  /** Thorax width, 1 is average. */
  readonly width: number
  /** How deeply the patient breathed in: centimetres that the domes move down. */
  readonly breath: number
  /** Heart width, 1 is average. */
  readonly heart: number
  /** Thickness of the patient, 1 is average. */
  readonly stoutness: number
  /** Centimetres by which the mediastinum lies off the middle, as in a slightly turned patient. */
  readonly turn: number
}

/** Half the width of the body at height y: neck, shoulders, axilla, flank. */
const silhouette = smoothFunction([
  [-21.5, 5.9],
  [-19.2, 6.1],
  [-17.6, 8],
  [-16.2, 12.5],
  [-15, 17],
  [-13.4, 21],
  [-11, 23.6],
  [-8.4, 23.4],
  [-6, 21.4],
  [-3.6, 19],
  [0, 17.5],
  [6, 16.7],
  [12, 16.6],
  [21.5, 17.2],
])

const depth = smoothFunction([
  [-21.5, 12],
  [-17, 12.5],
  [-13, 16],
  [-7, 20],
  [2, 22],
  [12, 22.5],
  [21.5, 23],
])

export function body(size: number, build: Build): Plane {
  return paint(size, (x, y) => {
    const half = silhouette(y) * (0.5 + 0.5 * build.width)
    const aside = Math.abs(x) / half
    if (aside >= 1) return 0
    const shoulder = rise(Math.abs(x), 10, 19) * rise(-y, 3, 9)
    return build.stoutness * depth(y) * Math.sqrt(1 - aside ** 2.6) * (1 - 0.35 * shoulder)
  })
}

// One half of the thoracic cage as seen from in front, lateral positive; it reaches below the domes as the
// posterior recess does.
const cage: readonly Point[] = [
  [4.6, -15.6],
  [7, -15],
  [9.2, -12.9],
  [11, -9.4],
  [12.4, -5],
  [13.3, 0],
  [13.9, 5],
  [14.2, 9],
  [14.2, 12],
  [12.6, 13.2],
  [9, 14],
  [5, 14.2],
  [2.2, 13.8],
  [1.7, 8],
  [1.6, 2],
  [1.7, -4],
  [2.2, -9],
  [2.7, -12.6],
  [3.4, -15],
  [4.6, -15.6],
]

/** Top of the diaphragm at a lateral distance from the middle; it meets the chest wall in the costophrenic angle. */
const dome = smoothFunction([
  [0, 8.4],
  [2.5, 7.6],
  [5, 6.7],
  [7, 6.5],
  [9, 7],
  [11, 8.2],
  [12.6, 9.8],
  [13.6, 11.4],
  [14.4, 13],
])

interface Solid {
  readonly at: Point
  readonly radii: Point
  readonly depth: number
  /** Degrees, clockwise on the film. */
  readonly tilt?: number
}

function solidThickness({ at, radii, depth: deep, tilt = 0 }: Solid, x: number, y: number): number {
  const angle = (tilt * Math.PI) / 180
  const [dx, dy] = [x - at[0], y - at[1]]
  const across = (dx * Math.cos(angle) + dy * Math.sin(angle)) / radii[0]
  const down = (dy * Math.cos(angle) - dx * Math.sin(angle)) / radii[1]
  const left = 1 - across * across - down * down
  return left > 0 ? deep * Math.sqrt(left) : 0
}

/** Solids grow into each other, as the great vessels do, rather than lie on each other. */
function joined(solids: readonly Solid[], x: number, y: number): number {
  return solids.reduce((sum, solid) => sum + solidThickness(solid, x, y) ** 4, 0) ** 0.25
}

function mediastinum({ heart, breath }: Build): readonly Solid[] {
  // A larger heart grows to the left and down, as the ventricle does.
  const wide = heart - 1
  const low = 0.5 * breath
  return [
    // Left ventricle, right atrium, right ventricle.
    { at: [3 + 2.6 * wide, 4.6 + low], radii: [6.6 * heart, 4.6 * (1 + 0.6 * wide)], depth: 11, tilt: 38 },
    { at: [-1.2 - 0.8 * wide, 4.2 + low], radii: [3.3 * (1 + 0.5 * wide), 4.4], depth: 9, tilt: 8 },
    { at: [1.4, 6 + low], radii: [5.4 * heart, 3.4], depth: 10, tilt: 8 },
    // Left atrial appendage and pulmonary trunk, aortic knob, ascending aorta, superior vena cava, arch vessels.
    { at: [2.1, -0.4], radii: [2.5, 4.4], depth: 6, tilt: -22 },
    { at: [1.5, -5.3], radii: [2.2, 2.3], depth: 7 },
    { at: [-1, -1.6], radii: [2.1, 5], depth: 6.5 },
    { at: [-1.5, -6.5], radii: [1.5, 5.6], depth: 5.5 },
    { at: [1.3, -9.4], radii: [1.7, 4.6], depth: 4 },
    // Descending aorta, seen through the heart.
    { at: [1.9, 3], radii: [1.35, 10.5], depth: 2.6 },
  ]
}

/** Centimetres of aerated lung along the ray, less what heart, vessels and liver take of it. */
export function lungAir(size: number, build: Build): Plane {
  const outline = smoothLine(cage, 5)
  const wall = depthInside(outline)
  const inside = paintSmooth(size, (x, y) => wall(Math.abs(x - build.turn * 0.3) / build.width, y))
  const solids = mediastinum(build)
  return paint(size, (x, y) => {
    const margin = sample(inside, x, y)
    if (margin <= 0) return 0
    const bulge = Math.sqrt(1 - (1 - clamp(margin / 6.2, 0, 1)) ** 2)
    const air = 18 * bulge * (0.72 + 0.28 * rise(y, -14, -2))
    const taken = joined(solids, x - build.turn, y)
    return Math.max(0, air * rise(margin, 0, 0.25) - taken - abdomenThickness(x, y, build))
  })
}

/** What of the abdomen lies before the lung's posterior recess: nothing above the dome, soon everything below it. */
function abdomenThickness(x: number, y: number, build: Build): number {
  const lower = x > 0 ? 0.9 : 0
  const below = y - build.breath - lower - dome(Math.abs(x) / build.width)
  return below > 0 ? 2.3 * Math.sqrt(2 * 7 * below) : 0
}

/** The organs' own extra thickness where they are denser or deeper than the body's mean. */
export function organExcess(size: number, build: Build): Plane {
  const solids = mediastinum(build)
  return paint(size, (x, y) => {
    const organ = joined(solids, x - build.turn, y)
    const liver = abdomenThickness(x, y, build) * (x < 0 ? 0.1 : 0.06)
    return 0.13 * organ + Math.min(liver, 1.6) * rise(silhouette(y) - Math.abs(x), 0, 4)
  })
}

const windpipe: readonly Point[] = [
  [0, -21.5],
  [0.1, -14],
  [0.35, -8],
  [0.1, -3.4],
]
const bronchi: readonly (readonly Point[])[] = [
  [
    [0.1, -3.6],
    [-1.4, -1.9],
    [-3, -0.3],
  ],
  [
    [0.1, -3.6],
    [2.1, -2.2],
    [4, -1.2],
  ],
]

/** Air in the trachea, the main bronchi, the stomach and the colon. */
export function airways(size: number, { turn, breath }: Build): Plane {
  const pipes = [
    { line: smoothLine(windpipe, 4), radius: 0.95 },
    ...bronchi.map((line) => ({ line: smoothLine(line, 4), radius: 0.62 })),
  ].map(({ line, radius }) => ({ radius, away: distanceToLine(line) }))
  return paint(size, (x, y) => {
    let air = gasThickness(x, y - breath)
    for (const { radius, away } of y < 1 && Math.abs(x) < 6 ? pipes : []) {
      const distance = away(x - turn, y)
      if (distance < radius) air = Math.max(air, 2 * Math.sqrt(radius * radius - distance * distance))
    }
    return air
  })
}

function gasThickness(x: number, y: number): number {
  const bubble = solidThickness({ at: [6.2, 10.2], radii: [3, 1.7], depth: 5.5, tilt: -8 }, x, y)
  // The bubble of a standing patient is cut off below by fluid.
  const stomach = bubble * (1 - rise(y, 10.5, 10.8))
  const colon = solidThickness({ at: [10.8, 12.9], radii: [2.4, 1.3], depth: 2.6, tilt: 35 }, x, y)
  const loop = solidThickness({ at: [8, 16.4], radii: [2.6, 1.2], depth: 2.2, tilt: -12 }, x, y)
  return stomach + colon + loop
}

function distanceToLine(line: readonly Point[]): (x: number, y: number) => number {
  const pieces = line.slice(1).map((to, i) => [line[i] ?? to, to] as const)
  return (x, y) =>
    Math.min(
      ...pieces.map(([from, to]) => {
        const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
        const along = clamp(((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy), 0, 1)
        return Math.hypot(x - from[0] - along * dx, y - from[1] - along * dy)
      }),
    )
}
