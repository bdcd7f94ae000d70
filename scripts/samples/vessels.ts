import { forPixelsNear, nearestOnPiece } from './curve.ts'
import { blankPlane, FILM_CM, type Plane, type Point } from './plane.ts'
import { between, type Random } from './random.ts'

interface Twig {
  readonly from: Point
  /** Radians; 0 points to the right of the film, a quarter turn points down. */
  readonly heading: number
  readonly radius: number
}

/** Where the vessels of the patient's left lung leave the hilum; the right lung has them mirrored and lower. */
const ROOTS: readonly Twig[] = [
  { from: [3.4, -1.4], heading: -1.15, radius: 0.5 },
  { from: [3.6, -1.2], heading: -0.75, radius: 0.42 },
  { from: [3.8, -0.6], heading: -0.2, radius: 0.46 },
  { from: [3.9, -0.2], heading: 0.35, radius: 0.44 },
  { from: [3.7, 0], heading: 0.85, radius: 0.56 },
  { from: [3.4, 0.3], heading: 1.2, radius: 0.66 },
  { from: [3, 0.6], heading: 1.45, radius: 0.5 },
]

/** Arteries and veins as thickness of blood: trees that fork, thin out and grow straight towards the pleura. */
export function vessels(size: number, random: Random): Plane {
  const plane = blankPlane(size)
  for (const side of [-1, 1] as const) {
    for (let layer = 0; layer < 2; layer++) {
      const trees = blankPlane(size)
      for (const root of ROOTS) grow(trees, placed(root, side, random), random)
      for (let i = 0; i < plane.values.length; i++)
        plane.values[i] = (plane.values[i] ?? 0) + (trees.values[i] ?? 0)
    }
  }
  return plane
}

function placed({ from, heading, radius }: Twig, side: -1 | 1, random: Random): Twig {
  const [x, y] = [
    from[0] + between(random, -0.4, 0.4),
    from[1] + (side < 0 ? 0.7 : 0) + between(random, -0.5, 0.5),
  ]
  const aim = heading + between(random, -0.2, 0.2)
  return {
    from: [side * x, y],
    heading: side < 0 ? Math.PI - aim : aim,
    radius: radius * between(random, 0.7, 1),
  }
}

function grow(plane: Plane, root: Twig, random: Random): void {
  const open: Twig[] = [root]
  for (let twig = open.pop(); twig; twig = open.pop()) {
    if (twig.radius < 0.022) continue
    const tip = drawTwig(plane, twig, random)
    if (Math.abs(tip.from[0]) > 15 || Math.abs(tip.from[1]) > 17) continue
    const fork = between(random, 0.25, 0.7)
    const share = between(random, 0.62, 0.86)
    const turn = random() < 0.5 ? 1 : -1
    open.push({
      ...tip,
      heading: tip.heading + turn * fork * (1 - share),
      radius: tip.radius * share ** 0.45,
    })
    open.push({
      ...tip,
      heading: tip.heading - turn * fork * share,
      radius: tip.radius * (1 - share) ** 0.45,
    })
  }
}

function drawTwig(plane: Plane, { from, heading, radius }: Twig, random: Random): Twig {
  const pieces = 3
  const length = (0.55 + 2.6 * radius ** 0.6) * between(random, 0.5, 1.3)
  let tip: Twig = { from, heading, radius }
  for (let piece = 0; piece < pieces; piece++) {
    const aim = tip.heading + between(random, -0.13, 0.13)
    const to: Point = [
      tip.from[0] + (Math.cos(aim) * length) / pieces,
      tip.from[1] + (Math.sin(aim) * length) / pieces,
    ]
    drawPipe(plane, [tip.from, to], tip.radius)
    tip = { from: to, heading: aim, radius: tip.radius * 0.975 }
  }
  return tip
}

/** A vessel thinner than a pixel is drawn a pixel wide and as much fainter. */
function drawPipe(plane: Plane, piece: readonly [Point, Point], radius: number): void {
  const drawn = Math.max(radius, (0.8 * FILM_CM) / plane.size)
  const strength = (radius / drawn) ** 2
  forPixelsNear(plane.size, piece, drawn, (index, x, y) => {
    const distance = Math.abs(nearestOnPiece(piece, x, y).aside)
    if (distance >= drawn) return
    const thickness = 2 * strength * Math.sqrt(drawn * drawn - distance * distance)
    plane.values[index] = Math.max(plane.values[index] ?? 0, thickness)
  })
}
