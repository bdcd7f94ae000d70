// A frontal chest film that never was anyone's: the attenuation along each ray through simple solids, printed as a
// digital detector would. The same options give the same pixels on every machine.

import { skeleton } from './bones.ts'
import { blur, centimetres, clamp, FILM_CM, type Plane, type Point, rise } from './plane.ts'
import { between, cloudyNoise, type Random, roughlyNormal, seededRandom } from './random.ts'
import { airways, body, type Build, lungAir, organExcess } from './soft-tissue.ts'
import { vessels } from './vessels.ts'

/** Something that fills air spaces. Places are centimetres from the middle of the 43 cm film, y down. */
export interface Opacity {
  readonly at: Point
  readonly radius: number
  /** Share of the air it takes, 0 to 1. */
  readonly density: number
  /** A nodule is round and sharp, a consolidation cloudy. */
  readonly kind: 'consolidation' | 'nodule'
}

export interface PhantomOptions {
  readonly seed?: number
  /** Pixels of an edge; the film is square. */
  readonly size?: number
  readonly opacities?: readonly Opacity[]
  /** Heart width, 1 is average, 1.35 is plainly enlarged. */
  readonly heart?: number
  /** Grain, 1 is that of a well exposed film. */
  readonly noise?: number
  /** The lead letter R at the patient's right shoulder. */
  readonly marker?: 'R' | 'none'
}

export interface GreyImage {
  readonly size: number
  /** Row by row, 0 (black, air) to 1 (white, bone). */
  readonly values: Float32Array
}

export function chestPhantom(options: PhantomOptions = {}): GreyImage {
  const { seed = 1, size = 512, opacities = [], heart, noise = 1, marker = 'none' } = options
  const random = seededRandom(seed)
  const build = patientBuild(random, heart)
  const attenuation = project({ size, build, opacities, seed, random })
  const film = develop(attenuation)
  if (marker === 'R') stampR(film)
  expose(film, seededRandom(seed + 7919), noise)
  return film
}

/** Sixteen different people, every other one of them with an opacity. The golden tests name films by k. */
export function phantom(k: number, size = 256): GreyImage {
  const random = seededRandom(1000 + k)
  const side = k % 4 < 2 ? -1 : 1
  const nodule = k % 8 === 5
  const opacity: Opacity = {
    at: [side * between(random, 6.5, 9.5), between(random, -7, 4)],
    radius: nodule ? between(random, 0.9, 1.7) : between(random, 2, 4.2),
    density: nodule ? between(random, 0.2, 0.4) : between(random, 0.4, 0.8),
    kind: nodule ? 'nodule' : 'consolidation',
  }
  return chestPhantom({ seed: 100 + k, size, opacities: k % 2 === 1 ? [opacity] : [] })
}

function patientBuild(random: Random, heart?: number): Build {
  return {
    width: between(random, 0.94, 1.04),
    breath: between(random, -0.8, 0.8),
    heart: heart ?? between(random, 0.92, 1.12),
    stoutness: between(random, 0.92, 1.1),
    turn: between(random, -0.45, 0.45),
  }
}

interface Scene {
  readonly size: number
  readonly build: Build
  readonly opacities: readonly Opacity[]
  readonly seed: number
  readonly random: Random
}

/** Centimetres of water that would weaken the ray as much. */
function project({ size, build, opacities, seed, random }: Scene): Plane {
  const flesh = body(size, build)
  const air = lungAir(size, build)
  const excess = organExcess(size, build)
  const gas = airways(size, build)
  const bones = skeleton(size, build, random)
  const blood = vessels(size, random)
  const fill = opacities.map((opacity, i) => filling(opacity, seed * 31 + i))
  const parenchyma = cloudyNoise(seed * 17 + 3)
  const values = flesh.values.map((tissue, i) => {
    const [x, y] = [centimetres(i % size, size), centimetres(Math.floor(i / size), size)]
    const lung = air.values[i] ?? 0
    const filled = fill.reduce((left, share) => left * (1 - share(x, y)), 1)
    const aerated = lung * (0.74 + 0.012 * parenchyma(x * 1.6, y * 1.6)) * filled
    const vascular = 1.25 * (blood.values[i] ?? 0) * rise(lung, 1.5, 9) * (0.4 + 0.6 * filled)
    const solid = tissue + (excess.values[i] ?? 0) - 0.95 * (gas.values[i] ?? 0) - aerated + vascular
    const inBody = rise(tissue, 0, 3)
    return Math.max(0, solid) + (bones.values[i] ?? 0) * inBody
  })
  return { size, values }
}

function filling({ at, radius, density, kind }: Opacity, seed: number): (x: number, y: number) => number {
  const cloud = cloudyNoise(seed)
  return (x, y) => {
    const away = Math.hypot(x - at[0], y - at[1]) / radius
    if (away > 2) return 0
    if (kind === 'nodule') return density * Math.sqrt(clamp(1 - away * away, 0, 1))
    const patchy = 0.9 + 0.3 * cloud(x * 1.1 + 9, y * 1.1)
    const ragged = away + 0.3 * cloud((x * 1.3) / radius, (y * 1.3) / radius + 5)
    return clamp(density * patchy * (1 - rise(ragged, 0.2, 1.2)), 0, 1)
  }
}

/** What a detector's software does before anyone sees the film: large differences are evened out, fine ones kept. */
function develop({ size, values }: Plane): GreyImage {
  const scattered = blur({ size, values }, 0.9)
  const broad = blur({ size, values }, 2.6)
  const printed = values.map((thickness, i) => {
    const ground = broad.values[i] ?? 0
    const coarse = (scattered.values[i] ?? 0) - ground
    const fine = thickness - (scattered.values[i] ?? 0)
    const evened = 0.72 * ground + 0.86 * coarse + 1.35 * fine
    return curve(evened) * rise(thickness, 0.05, 2.2)
  })
  return { size, values: printed }
}

/** The film's characteristic curve over centimetres of water: a toe for air, a shoulder for the abdomen. */
function curve(thickness: number): number {
  const share = 1 / (1 + Math.exp(-(thickness - 10.9) / 4.3))
  return clamp((share - 0.075) / 0.9, 0, 1)
}

/** Grain, finest where little light arrives and a little wider than a pixel on large films. */
function expose({ size, values }: GreyImage, random: Random, noise: number): void {
  // A pixel of a small film is the mean of many, so its grain is weaker.
  const strength = 0.011 * noise * Math.min(1, Math.sqrt(size / 1024))
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0
    values[i] = clamp(value + strength * (0.35 + value) * roughlyNormal(random), 0, 1)
  }
}

function stampR({ size, values }: GreyImage): void {
  const [left, top, height] = [-19.2, -19.4, 1.9]
  for (let i = 0; i < values.length; i++) {
    const x = (centimetres(i % size, size) - left) / height
    const y = (centimetres(Math.floor(i / size), size) - top) / height
    const ink = letterR(x, y)
    if (ink > 0) values[i] = Math.max(values[i] ?? 0, 0.93 * ink)
  }
}

/** The letter R in a box one high: a stem, a bowl and a leg. */
function letterR(x: number, y: number): number {
  if (x < -0.2 || x > 1 || y < -0.2 || y > 1.2) return 0
  const stem = Math.max(Math.abs(x - 0.1), Math.abs(y - 0.5) - 0.4)
  const bowl = x > 0.1 ? Math.abs(Math.hypot(Math.max(0, x - 0.35), y - 0.28) - 0.2) : 1
  const straight = x > 0.1 && x < 0.35 ? Math.abs(Math.abs(y - 0.28) - 0.2) : 1
  const leg = y > 0.45 && y < 1 ? Math.abs(x - 0.3 - (y - 0.48) * 0.65) : 1
  const edge = FILM_CM / 5000
  return 1 - rise(Math.min(stem, x > 0.35 ? bowl : straight, leg), 0.085, 0.1 + edge)
}
