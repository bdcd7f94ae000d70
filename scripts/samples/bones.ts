// The skeleton of a frontal chest as the water-equivalent thickness that bone adds: a thin bright cortex round a
// fainter inside.

import { depthInside, forPixelsNear, smoothLine, stroke } from './curve.ts'
import { blankPlane, centimetres, clamp, type Plane, type Point, rise } from './plane.ts'
import { between, type Random } from './random.ts'
import type { Build } from './soft-tissue.ts'

interface Rib {
  /** Where it leaves the spine. */
  readonly start: number
  /** Half the width of the cage at this rib. */
  readonly reach: number
  /** How far its anterior end lies below its start. */
  readonly drop: number
  /** Radians round the chest at which bone turns into cartilage, which X-rays do not show. */
  readonly end: number
}

const RIBS: readonly Rib[] = [
  { start: -14.6, reach: 6, drop: 4.4, end: 2.5 },
  { start: -13, reach: 8.9, drop: 7.4, end: 2.42 },
  { start: -11, reach: 10.9, drop: 9.2, end: 2.36 },
  { start: -8.9, reach: 12.2, drop: 10, end: 2.3 },
  { start: -6.6, reach: 13.1, drop: 10.4, end: 2.24 },
  { start: -4.2, reach: 13.8, drop: 10.8, end: 2.18 },
  { start: -1.8, reach: 14.3, drop: 11.2, end: 2.1 },
  { start: 0.7, reach: 14.6, drop: 11.4, end: 2 },
  { start: 3.2, reach: 14.7, drop: 11.6, end: 1.92 },
  { start: 5.7, reach: 14.5, drop: 11.4, end: 1.84 },
  { start: 8.2, reach: 13.6, drop: 11, end: 1.5 },
  { start: 10.7, reach: 10.8, drop: 9.5, end: 1.15 },
]

export function skeleton(size: number, build: Build, random: Random): Plane {
  const plane = blankPlane(size)
  drawSpine(plane, build.turn, random)
  for (const side of [-1, 1] as const) {
    const tilt = between(random, -0.25, 0.25)
    for (const rib of RIBS) drawRib(plane, rib, { side, build, shift: tilt + between(random, -0.12, 0.12) })
    drawShoulder(plane, side, random)
  }
  drawSternum(plane, build.turn)
  return plane
}

interface RibSetting {
  readonly side: -1 | 1
  readonly build: Build
  readonly shift: number
}

function drawRib(plane: Plane, rib: Rib, setting: RibSetting): void {
  const [turnOver, overlap] = [Math.PI / 2, 0.12]
  const floats = rib.end <= turnOver
  // The back of the rib comes first; it shows best on a PA film. It fades into the front part at the lateral wall,
  // where the two overlap.
  const back = ribLine(rib, setting, [0.03, Math.min(turnOver + overlap, rib.end)])
  stroke(plane, back, 0.75, ({ aside, along }) => {
    const fading = 1 - rise(along, floats ? 0.93 : 0.86, 1)
    return ribProfile(aside, 0.62) * (1 + 0.5 * along ** 3) * rise(along, 0, 0.06) * fading
  })
  if (floats) return
  const front = ribLine(rib, setting, [turnOver - overlap, rib.end])
  const shared = (2 * overlap) / (rib.end - turnOver + overlap)
  stroke(plane, front, 0.8, ({ aside, along }) => {
    const fading = rise(along, 0, shared) * (1 - rise(along, 0.86, 1))
    return ribProfile(aside, 0.62 + 0.08 * along) * (0.85 + 0.6 * (1 - along) ** 3) * fading
  })
}

function ribLine(
  rib: Rib,
  { side, build, shift }: RibSetting,
  [from, to]: readonly [number, number],
): Point[] {
  const steps = 48
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = Math.min(from + ((to - from) * i) / steps, rib.end)
    // Ribs leave the spine upwards before they fall round the chest.
    const lift = 0.9 * Math.sin(Math.min(2 * angle, Math.PI)) * (1 - rise(angle, 0.6, 1.6))
    const x = 1.3 + (rib.reach - 1.3) * Math.sin(angle) ** 0.92
    const y = rib.start + shift - lift + (rib.drop * (1 - Math.cos(angle))) / 2
    return [side * x * build.width + build.turn * (angle < 0.6 ? 0.8 : 0.3), y]
  })
}

/** Thickness across a rib: cortex at both rims, marrow between; nothing beyond `half`. */
function ribProfile(aside: number, half: number): number {
  const out = Math.abs(aside) / half
  const inside = 1 - rise(out, 0.9, 1.08)
  const cortex = rise(out, 0.55, 0.86) * (1 - rise(out, 0.92, 1.08))
  return 0.62 * inside + 0.62 * cortex
}

function drawSpine(plane: Plane, turn: number, random: Random): void {
  for (let y = -22, level = 0; y < 23; level++) {
    const height = 1.75 + 0.045 * level
    const half = 1.35 + 0.045 * level
    drawVertebra(plane, { x: turn * 0.7 + between(random, -0.06, 0.06), y, height, half })
    y += height + 0.42
  }
}

interface Vertebra {
  readonly x: number
  readonly y: number
  readonly height: number
  readonly half: number
}

function drawVertebra(plane: Plane, { x, y, height, half }: Vertebra): void {
  const middle = y + height / 2
  const waist = (v: number): number => half * (0.9 + 0.12 * ((2 * (v - middle)) / height) ** 2)
  forPixelsNear(plane.size, [[x, middle]], 3.4, (index, px, py) => {
    const inside = Math.min(waist(py) - Math.abs(px - x), height / 2 - Math.abs(py - middle))
    const block = rise(inside, -0.08, 0.12) * (1.5 + 0.9 * (1 - rise(inside, 0.05, 0.3)))
    const pedicles = ring(Math.hypot((Math.abs(px - x) - half * 0.66) / 0.3, (py - middle + 0.25) / 0.42))
    const spinous = ring(Math.hypot((px - x) / 0.26, (py - middle - 0.7) / 0.6))
    const transverse = blob((Math.abs(px - x) - half - 0.55) / 0.95, (py - middle + 0.3) / 0.42)
    const added = 0.5 * block + 0.5 * pedicles + 0.4 * spinous + 0.3 * transverse
    plane.values[index] = (plane.values[index] ?? 0) + added
  })
}

function ring(distance: number): number {
  return Math.exp(-(((distance - 1) / 0.28) ** 2)) + 0.35 * (1 - rise(distance, 0.8, 1))
}

function blob(across: number, down: number): number {
  return 1 - rise(Math.hypot(across, down), 0.7, 1.1)
}

function drawShoulder(plane: Plane, side: -1 | 1, random: Random): void {
  const lower = between(random, -0.3, 0.3)
  const place = ([x, y]: Point): Point => [side * x, y + lower]
  const clavicle: readonly Point[] = [
    [1.7, -10.6],
    [4.4, -11.9],
    [8, -13.1],
    [11.5, -14.4],
    [15, -15],
    [17.6, -14.4],
  ]
  stroke(plane, smoothLine(clavicle.map(place), 8), 1, ({ aside, along }) => {
    const half = 0.55 + 0.28 * (1 - along) ** 4 + 0.12 * along ** 4
    return 1.7 * ribProfile(aside, half) * rise(along, 0, 0.05) * (1 - rise(along, 0.95, 1))
  })
  drawScapula(plane, place)
  const [headX, headY] = place([19.4, -11.8])
  forPixelsNear(plane.size, [[headX, headY]], 3, (index, x, y) => {
    const edge = Math.hypot(x - headX, y - headY)
    const head =
      1.9 * Math.sqrt(clamp(1 - (edge / 2.4) ** 2, 0, 1)) +
      0.7 * rise(edge, 1.9, 2.3) * (1 - rise(edge, 2.35, 2.5))
    plane.values[index] = (plane.values[index] ?? 0) + head
  })
  const shaft: readonly Point[] = [
    [20, -10.6],
    [21.2, -5],
    [22, 0],
  ]
  stroke(
    plane,
    smoothLine(shaft.map(place), 6),
    1.5,
    ({ aside, along }) => 2.2 * ribProfile(aside, 1.25) * rise(along, 0, 0.15),
  )
}

function drawScapula(plane: Plane, place: (point: Point) => Point): void {
  const blade: readonly Point[] = [
    [17, -12.6],
    [15.4, -13.4],
    [13.2, -13.8],
    [12.6, -12],
    [12.9, -8.5],
    [13.8, -4.6],
    [14.6, -2.4],
    [15.4, -3.4],
    [16.4, -7],
    [17.4, -10.4],
  ]
  const outline = smoothLine([...blade, blade[0] ?? [0, 0]].map(place), 4)
  const depth = depthInside(outline)
  forPixelsNear(plane.size, outline, 0.2, (index, x, y) => {
    const inside = depth(x, y)
    if (inside < -0.1) return
    const border = rise(inside, -0.1, 0.1) * (1 - rise(inside, 0.12, 0.45))
    plane.values[index] = (plane.values[index] ?? 0) + 0.28 * rise(inside, -0.1, 0.2) + 0.5 * border
  })
  // Spine of the scapula, running up to the acromion.
  const ridge = [
    [13, -11.6],
    [15.5, -13.2],
    [18.4, -15],
    [19.6, -14.6],
  ] as const satisfies readonly Point[]
  stroke(plane, smoothLine(ridge.map(place), 6), 0.8, ({ aside, along }) => {
    return 0.8 * ribProfile(aside, 0.4 + 0.2 * along) * rise(along, 0, 0.3)
  })
}

function drawSternum(plane: Plane, turn: number): void {
  for (let i = 0; i < plane.values.length; i++) {
    const x = centimetres(i % plane.size, plane.size) - turn
    const y = centimetres(Math.floor(i / plane.size), plane.size)
    const half = 1.2 + 1.1 * rise(-y, 7.5, 10)
    const inside = Math.min(half - Math.abs(x), y + 11, 4 - y)
    plane.values[i] = (plane.values[i] ?? 0) + 0.4 * rise(inside, -0.1, 0.25)
  }
}
