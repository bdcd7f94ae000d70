// golden.json: what the model gave, when it was made, for films that can be made anew. Whatever runs the model on
// this machine must give the same.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { HilumError, systemErrorCode } from '../../shared/errors.ts'

/** Outputs that hold shares from 0 to 1; every model has one of them. */
export const SHARES = ['probabilities', 'lungs'] as const

type Nested = number | readonly Nested[]
const nested: z.ZodType<Nested> = z.lazy(() => z.union([z.number(), z.array(nested)]))

const goldenSchema = z.object({
  schema: z.literal('hilum/golden@1'),
  /** How the films are made, for people. */
  formula: z.string(),
  /** Of the films' bytes, where they are the phantoms. */
  filmsSha256: z.string().optional(),
  /** By how much the CPU's figures may differ from these. */
  tolerance: z.number().positive(),
  /** Of the last two dimensions of an output, one row and column in so many is kept. */
  every: z.int().positive().default(1),
  films: z.array(z.looseObject({ sample: z.string(), k: z.int().nonnegative() })).min(1),
})

export interface GoldenFilm {
  /** Its number among the films. */
  readonly k: number
  readonly outputs: Readonly<Record<string, Float32Array>>
}

export interface Golden {
  readonly filmsSha256: string | undefined
  readonly tolerance: number
  readonly every: number
  readonly films: readonly GoldenFilm[]
}

/** The golden films of a pack's folder; undefined where the pack brings none. */
export async function readGolden(folder: string): Promise<Golden | undefined> {
  const file = join(folder, 'golden.json')
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined
    throw error
  }
  try {
    return parseGolden(JSON.parse(text))
  } catch (cause) {
    throw new HilumError(
      'PACK_CARD_INVALID',
      `${file} can’t be read as golden films. Install the model again.`,
      { cause },
    )
  }
}

function parseGolden(json: unknown): Golden {
  const { filmsSha256, tolerance, every, films } = goldenSchema.parse(json)
  return {
    filmsSha256,
    tolerance,
    every,
    films: films.map(({ sample: _, k, ...outputs }) => ({ k, outputs: flatOutputs(outputs) })),
  }
}

/** Against a film without shares whatever a provider gives would be right. */
function flatOutputs(outputs: Readonly<Record<string, unknown>>): GoldenFilm['outputs'] {
  if (!SHARES.some((name) => name in outputs)) throw new TypeError('a golden film has no probabilities')
  const entries = Object.entries(outputs)
  return Object.fromEntries(
    entries.map(([name, values]) => [name, new Float32Array(flat(nested.parse(values)))]),
  )
}

function flat(values: Nested): number[] {
  return typeof values === 'number' ? [values] : values.flatMap(flat)
}

/** Of an output [..., rows, columns] what golden.json keeps of it. */
export function keptOf(data: Float32Array, dims: readonly number[], every: number): Float32Array {
  if (every === 1) return data
  const columns = dims.at(-1) ?? 1
  const rows = dims.at(-2) ?? 1
  return data.filter((_, i) => (i % columns) % every === 0 && (Math.floor(i / columns) % rows) % every === 0)
}
