// The inputs of golden.json, made anew: every machine makes the same bytes, so that none need be shipped.

import { createHash } from 'node:crypto'
import { HilumError } from '../../shared/errors.ts'
import { phantom } from '../../../scripts/samples/phantom.ts'
import { resample } from '../pipeline/resample.ts'
import type { Golden } from './golden.ts'

/** Pixels of an edge of a phantom. */
const SIZE = 256

/** One tensor for each golden film, in the order of the films. */
export function goldenInputs(golden: Golden, width: number, height: number): Float32Array[] {
  const { filmsSha256, films } = golden
  if (filmsSha256 === undefined) return films.map(({ k }) => formulaTensor(k, width, height))
  const phantoms = films.map(({ k }) => phantomBytes(k))
  refuseOtherFilms(phantoms, filmsSha256)
  return phantoms.map((pixels) => tensorOf(pixels, width, height))
}

const made = new Map<number, Uint8Array>()

/** A phantom takes most of a second to make, and all models are tried on the same. */
function phantomBytes(k: number): Uint8Array {
  const pixels = made.get(k) ?? Uint8Array.from(phantom(k, SIZE).values, (value) => Math.round(255 * value))
  made.set(k, pixels)
  return pixels
}

function refuseOtherFilms(phantoms: readonly Uint8Array[], filmsSha256: string): void {
  const hash = createHash('sha256')
  for (const pixels of phantoms) hash.update(pixels)
  const sha256 = hash.digest('hex')
  if (sha256 === filmsSha256) return
  throw new HilumError(
    'PACK_MODEL_UNFIT',
    `The model’s golden films are not those that this Hilum makes (SHA-256 begins with ${sha256.slice(0, 12)}, ` +
      `golden.json says ${filmsSha256.slice(0, 12)}), so nothing can be compared. Install a model made for this version.`,
  )
}

const GREYS = Float32Array.from({ length: 256 }, (_, grey) => grey / 255)

function tensorOf(pixels: Uint8Array, width: number, height: number): Float32Array {
  const film = { pixels, rows: SIZE, columns: SIZE, range: { min: 0, max: 255 } }
  const whole = { left: 0, top: 0, right: SIZE, bottom: SIZE }
  return resample(film, GREYS, whole, { columns: width, rows: height })
}

/** The films of models made before the phantoms: the formula that their golden.json states, rounded to float32. */
function formulaTensor(k: number, width: number, height: number): Float32Array {
  const tensor = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      tensor[y * width + x] = formulaGrey(k, (x + 0.5) / width, (y + 0.5) / height)
  }
  return tensor
}

function formulaGrey(k: number, u: number, v: number): number {
  const lung = (a: number) => Math.exp(-((u - a) ** 2 / 0.02 + (v - 0.5) ** 2 / 0.07))
  const blob = Math.exp(-((u - 0.2 - 0.2 * (k % 4)) ** 2 + (v - 0.2 - 0.2 * Math.floor(k / 4)) ** 2) / 0.004)
  const wave = Math.sin(2 * Math.PI * ((3 + k) * u + (5 - k) * v))
  const film = 0.75 - 0.5 * lung(0.3) - 0.5 * lung(0.7) + (0.1 + 0.03 * k) * blob + 0.03 * wave
  return Math.min(1, Math.max(0, film))
}
