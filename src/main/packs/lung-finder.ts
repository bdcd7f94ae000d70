import { createSession } from '../adapters/onnxruntime.ts'
import type { LungFinder } from '../pipeline/locate.ts'
import { ABOUT_CHESTS, MEASURED_WITH } from '../pipeline/locate/chest-look-figures.ts'
import type { LungsPack } from './pack.ts'
import { readModel } from './read-model.ts'

// A film's lungs take it milliseconds; a second thread would take a core from the decoder for nothing.
const NEEDS = { threads: 1, provider: 'cpu' } as const

export async function lungFinder(pack: LungsPack): Promise<LungFinder> {
  const session = await createSession(await readModel(pack), pack.card.id, NEEDS)
  return { card: pack.card, session, chests: pack.card.sha256 === MEASURED_WITH ? ABOUT_CHESTS : null }
}
