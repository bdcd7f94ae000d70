import { EXPLANATION_METHODS, type ExplanationMethod } from '../../shared/analysis.ts'
import { HilumError } from '../../shared/errors.ts'
import type { Lungs } from '../../shared/lungs.ts'
import type { Film } from './film.ts'
import { inputTensor } from './input-tensor.ts'
import { giveTensorBack } from './input-tensor/tensor-memory.ts'
import type { Model } from './model.ts'

export interface Outputs {
  /** In the order of the card's labels. */
  readonly probabilities: Float32Array
  /** Null where the card's gate does not measure them. */
  readonly features: Float32Array | null
  /** [class, row, column], as far as the graph has them. */
  readonly maps: Partial<Readonly<Record<ExplanationMethod, Float32Array>>>
}

/** `lungs` are looked at where the card's view wants them. */
export async function infer(film: Film, lungs: Lungs | null, { card, session }: Model): Promise<Outputs> {
  const { name } = film.file
  const tensor = inputTensor(film, lungs, card.input)
  const results = await run(tensor, { card, session })
  giveTensorBack(tensor)
  const cells = card.labels.length * card.grid.rows * card.grid.columns
  const probabilities = probabilitiesOf(results, card, name)
  const maps: { -readonly [Method in ExplanationMethod]?: Float32Array } = {}
  for (const method of EXPLANATION_METHODS) {
    if (results[method] !== undefined) maps[method] = output(results, method, cells, name)
  }
  const { features: measured } = card.gate
  const features = measured ? output(results, 'features', measured.mean.length, name) : null
  return { probabilities, features, maps }
}

/** The scores alone, in the order of the card's labels, of a model's input; `name` is the film's. */
export async function scoresOf(tensor: Float32Array, model: Model, name: string): Promise<Float32Array> {
  return probabilitiesOf(await run(tensor, model), model.card, name)
}

/** A softmax in 32 bits may come out a hair above one. */
const HAIR = 1e-3

function probabilitiesOf(results: Results, { labels }: Model['card'], film: string): Float32Array {
  const probabilities = output(results, 'probabilities', labels.length, film)
  const wrong = probabilities.find((share) => share < -HAIR || share > 1 + HAIR)
  if (wrong === undefined) return probabilities
  throw new HilumError(
    'PACK_MODEL_UNFIT',
    `The model gave ${wrong.toPrecision(4)} for ${film} in “probabilities”, where a number from 0 to 1 was expected; ` +
      'the film was not scored. Its graph may lack the last step, a softmax or sigmoid.',
  )
}

type Results = Readonly<Record<string, { data: Float32Array }>>

function run(tensor: Float32Array, { card: { input }, session }: Model) {
  return session.run('image', tensor, [1, 1, input.height, input.width])
}

function output(results: Results, name: string, length: number, film: string): Float32Array {
  const data = results[name]?.data
  if (data?.length !== length) {
    throw new HilumError(
      'PACK_MODEL_UNFIT',
      `The model’s output “${name}” has ${data?.length ?? 'no'} numbers where its card promises ${length}; ` +
        `${film} was not scored. Install the model again.`,
    )
  }
  // A score that is no number must never reach a reader.
  if (!data.every(Number.isFinite)) {
    throw new HilumError(
      'INFER_FAILED',
      `The model gave no number for ${film} in “${name}”; the film was not scored.`,
    )
  }
  return data
}
