// A pack's graph, loaded and seen to be what its card says.

import { createSession, type SessionNeeds, type TensorInfo } from '../adapters/onnxruntime.ts'
import type { Model } from '../pipeline/model.ts'
import type { Card } from '../../shared/card.ts'
import { HilumError } from '../../shared/errors.ts'
import type { Pack } from './pack.ts'
import { readModel } from './read-model.ts'

export async function loadModel(pack: Pack, needs: SessionNeeds): Promise<Model> {
  const { card } = pack
  const session = await createSession(await readModel(pack), card.id, needs)
  const fault = inputFault(session.inputs, card) ?? outputFault(session.outputs, card)
  if (fault !== undefined) {
    await session.release()
    throw new HilumError('PACK_MODEL_UNFIT', `The model “${card.id}” can’t be used: ${fault}.`)
  }
  return { card, session }
}

/** What every run has; a graph may name the size instead, so that it varies. */
const ONE_FILM = 1

function inputFault(inputs: readonly TensorInfo[], { input: { width, height } }: Card): string | undefined {
  const [input] = inputs
  const wanted = `one input “image”, float32 [N, 1, ${height}, ${width}], was expected`
  if (inputs.length !== 1 || input === undefined) return `${wanted}, it has ${inputs.length} inputs`
  const { name, type, shape } = input
  const [, ...sizes] = shape
  const isFixed = sizes.every((size) => typeof size === 'number')
  const fits =
    name === 'image' && type === 'float32' && isFixed && isShape(shape, [ONE_FILM, 1, height, width])
  return fits ? undefined : `${wanted}, it has “${name}”, ${type} [${shape.join(', ')}]`
}

function outputFault(outputs: readonly TensorInfo[], card: Card): string | undefined {
  const names = new Set(outputs.map(({ name }) => name))
  const missing = card.outputs.filter((name) => !names.has(name))
  if (missing.length > 0) return `its card promises the output ${missing.join(', ')}, which the graph has not`
  if (!names.has('probabilities')) return 'the graph has no output “probabilities”'
  for (const output of outputs) {
    const fault = shapeFault(output, card)
    if (fault !== undefined) return fault
  }
  return undefined
}

/** A size that the graph does not tell, or that may vary, is seen when the model has run. */
function shapeFault({ name, type, shape }: TensorInfo, card: Card): string | undefined {
  const wanted = wantedShape(name, card)
  const fits =
    type === 'float32' &&
    (wanted === undefined || shape.length === 0 || isShape(shape, [ONE_FILM, ...wanted.sizes]))
  if (fits) return undefined
  const expected = wanted === undefined ? 'float32' : `float32 [N, ${wanted.sizes.join(', ')}]`
  const why = wanted === undefined ? '' : ` (${wanted.why})`
  return `its output “${name}” is ${type} [${shape.join(', ')}], and ${expected} was expected${why}`
}

function wantedShape(name: string, { labels, grid, gate }: Card) {
  const classes = labels.length
  if (name === 'probabilities' || name === 'logits')
    return { sizes: [classes], why: 'the card has so many labels' }
  if (name === 'gradcam' || name === 'hiresmap') {
    return { sizes: [classes, grid.rows, grid.columns], why: 'the card’s labels and grid' }
  }
  if (name === 'features' && gate.features) {
    return { sizes: [gate.features.mean.length], why: 'the card’s gate measures so many' }
  }
  return undefined
}

function isShape(shape: TensorInfo['shape'], wanted: readonly number[]): boolean {
  if (shape.length !== wanted.length) return false
  return shape.every((size, i) => typeof size === 'string' || size === wanted[i])
}
