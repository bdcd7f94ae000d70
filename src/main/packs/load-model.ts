// A pack's graph, loaded and seen to be what its card says.

import { createSession, type SessionNeeds, type TensorInfo } from '../adapters/onnxruntime.ts'
import type { Model } from '../pipeline/model.ts'
import type { Card } from '../../shared/card.ts'
import { HilumError } from '../../shared/errors.ts'
import { readModel, type Pack } from './pack.ts'

export async function loadModel(pack: Pack, needs: SessionNeeds): Promise<Model> {
  const { card } = pack
  const session = await createSession(await readModel(pack), card.id, needs)
  const fault = inputFault(session.inputs, card) ?? outputFault(session.outputs, card)
  if (fault !== undefined) {
    await session.release()
    throw new HilumError('PACK_MODEL_UNFIT', `The model “${card.id}” can't be used: ${fault}.`)
  }
  return { card, session }
}

function inputFault(inputs: readonly TensorInfo[], { input: { width, height } }: Card): string | undefined {
  const [input] = inputs
  const wanted = `one input “image”, float32 [N, 1, ${height}, ${width}], was expected`
  if (inputs.length !== 1 || input === undefined) return `${wanted}, it has ${inputs.length} inputs`
  const [, channels, rows, columns] = input.shape
  const fits =
    input.name === 'image' &&
    input.type === 'float32' &&
    input.shape.length === 4 &&
    channels === 1 &&
    rows === height &&
    columns === width
  return fits ? undefined : `${wanted}, it has “${input.name}”, ${input.type} [${input.shape.join(', ')}]`
}

function outputFault(outputs: readonly TensorInfo[], card: Card): string | undefined {
  const names = new Set(outputs.map(({ name }) => name))
  const missing = card.outputs.filter((name) => !names.has(name))
  if (missing.length > 0) return `its card promises the output ${missing.join(', ')}, which the graph has not`
  if (!names.has('probabilities')) return 'the graph has no output “probabilities”'
  return undefined
}
