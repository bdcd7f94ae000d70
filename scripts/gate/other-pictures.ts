// Pictures that are no chest films, drawn from seeds: each kind in a few dozen shapes.

import { between, cloudyNoise, roughlyNormal, seededRandom, type Random } from '../samples/random.ts'

export interface OtherPicture {
  readonly kind: string
  readonly size: number
  readonly grey: Uint8Array
}

const SIZE = 256

/** A grey from 0 to 1 for x and y from 0 to 1. */
type Shade = (x: number, y: number) => number

const KINDS: Readonly<Record<string, (random: Random, seed: number) => Shade>> = {
  noise: (random) => () => 0.5 + 0.2 * roughlyNormal(random),
  clouds: (_, seed) => {
    const cloud = cloudyNoise(seed)
    return (x, y) => 0.5 + 0.5 * cloud(6 * x, 6 * y)
  },
  gradient: (random) => {
    const angle = between(random, 0, 2 * Math.PI)
    return (x, y) => 0.5 + 0.5 * (Math.cos(angle) * (x - 0.5) + Math.sin(angle) * (y - 0.5))
  },
  chequers: (random) => {
    const [across, down] = [between(random, 2, 20), between(random, 2, 20)]
    return (x, y) => ((Math.floor(across * x) + Math.floor(down * y)) % 2 === 0 ? 0.2 : 0.8)
  },
  rings: (random) => {
    const [count, x0, y0] = [between(random, 2, 15), between(random, 0.3, 0.7), between(random, 0.3, 0.7)]
    return (x, y) => 0.5 + 0.4 * Math.cos(2 * Math.PI * count * Math.hypot(x - x0, y - y0))
  },
  text: textPage,
  'one dark disc': (random) => {
    const [x0, y0, radius] = [
      between(random, 0.4, 0.6),
      between(random, 0.4, 0.6),
      between(random, 0.15, 0.4),
    ]
    return (x, y) => (Math.hypot(x - x0, y - y0) < radius ? 0.15 : 0.8)
  },
  'a hand': hand,
  'a pelvis': pelvis,
  'a skull': (random, seed) => {
    const [wide, cloud] = [between(random, 0.28, 0.36), cloudyNoise(seed)]
    return (x, y) => {
      const away = Math.hypot((x - 0.5) / wide, (y - 0.45) / 0.4)
      const socket = Math.hypot((Math.abs(x - 0.5) - 0.12) / 0.08, (y - 0.55) / 0.07)
      const bone = away > 1 ? 0.05 : away > 0.9 ? 0.9 : 0.55 + 0.1 * cloud(8 * x, 8 * y)
      return socket < 1 ? 0.35 : bone
    }
  },
  'a landscape': (_, seed) => {
    const [hills, sky] = [cloudyNoise(seed), cloudyNoise(seed + 1)]
    return (x, y) =>
      y > 0.55 + 0.2 * hills(3 * x, 0) ? 0.3 + 0.15 * hills(20 * x, 20 * y) : 0.75 + 0.15 * sky(4 * x, 3 * y)
  },
  'a bottle': (random) => {
    const [wide, neck] = [between(random, 0.15, 0.3), between(random, 0.05, 0.1)]
    return (x, y) =>
      Math.abs(x - 0.5) < (y < 0.35 ? neck : wide) && y > 0.08 && y < 0.92 ? 0.25 + 0.4 * x : 0.9
  },
}

/** So many of each kind; the same each time. */
export function otherPictures(ofEach: number): OtherPicture[] {
  return Object.entries(KINDS).flatMap(([kind, draw], number) =>
    Array.from({ length: ofEach }, (_, i) => picture(kind, draw, 1000 * number + i)),
  )
}

function picture(kind: string, draw: (random: Random, seed: number) => Shade, seed: number): OtherPicture {
  const shade = draw(seededRandom(seed), seed)
  const grain = seededRandom(seed + 500)
  const grey = Uint8Array.from({ length: SIZE * SIZE }, (_, i) => {
    const value = shade(((i % SIZE) + 0.5) / SIZE, (Math.floor(i / SIZE) + 0.5) / SIZE)
    return Math.round(255 * Math.min(Math.max(value + 0.02 * roughlyNormal(grain), 0), 1))
  })
  return { kind, size: SIZE, grey }
}

function textPage(random: Random): Shade {
  const lines = Math.round(between(random, 12, 40))
  const letters = Array.from({ length: lines * 60 }, () => random() < 0.55)
  return (x, y) => {
    const line = Math.floor(y * lines)
    const inLine = y * lines - line
    if (x < 0.08 || x > 0.92 || inLine > 0.6) return 0.95
    return letters[line * 60 + Math.floor(x * 60)] ? 0.15 : 0.95
  }
}

function hand(random: Random): Shade {
  const lean = between(random, -0.08, 0.08)
  const fingers = [-0.26, -0.13, 0, 0.13, 0.27].map((x) => ({
    x: 0.5 + x,
    top: 0.12 + 1.2 * x * x + 0.03 * random(),
  }))
  return (x, y) => {
    const across = x + lean * (y - 0.5)
    const palm = Math.hypot((across - 0.5) / 0.24, (y - 0.68) / 0.2) < 1
    const finger = fingers.some((one) => Math.abs(across - one.x) < 0.045 && y > one.top && y < 0.7)
    const bone = fingers.some((one) => Math.abs(across - one.x) < 0.02 && y > one.top + 0.03 && y < 0.8)
    return bone ? 0.85 : palm || finger ? 0.5 : 0.05
  }
}

function pelvis(random: Random): Shade {
  const [wide, high] = [between(random, 0.14, 0.22), between(random, 0.16, 0.26)]
  return (x, y) => {
    const wing = Math.hypot((Math.abs(x - 0.5) - 0.24) / wide, (y - 0.35) / high)
    const hole = Math.hypot((Math.abs(x - 0.5) - 0.1) / 0.06, (y - 0.72) / 0.07)
    const spine = Math.abs(x - 0.5) < 0.06 && y < 0.5
    const leg = Math.abs(Math.abs(x - 0.5) - 0.28) < 0.06 && y > 0.6
    if (hole < 1) return 0.3
    return spine || leg || (wing < 1 && wing > 0.5) ? 0.85 : wing <= 0.5 ? 0.6 : 0.4
  }
}
