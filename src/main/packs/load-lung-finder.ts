import { createSession } from '../adapters/onnxruntime.ts'
import type { LungFinder } from '../pipeline/locate.ts'
import { ABOUT_CHESTS, MEASURED_WITH } from '../pipeline/locate/chest-look-figures.ts'
import { findLungsPack, readModel } from './pack.ts'

// A film's lungs take it milliseconds; a second thread would take a core from the decoder for nothing.
const NEEDS = { threads: 1, provider: 'cpu' } as const

/** The first model of the folders that finds the lungs; null where none is installed. */
export async function loadLungFinder(folders: readonly string[]): Promise<LungFinder | null> {
  const pack = await findLungsPack(folders)
  if (pack === null) return null
  const session = await createSession(await readModel(pack), pack.card.id, NEEDS)
  return { card: pack.card, session, chests: pack.card.sha256 === MEASURED_WITH ? ABOUT_CHESTS : null }
}
