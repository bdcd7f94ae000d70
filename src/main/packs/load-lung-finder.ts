import type { LungFinder } from '../pipeline/locate.ts'
import { lungFinder } from './lung-finder.ts'
import { findLungsPack } from './pack.ts'

/** The first model of the folders that finds the lungs; null where none is installed. */
export async function loadLungFinder(folders: readonly string[]): Promise<LungFinder | null> {
  const pack = await findLungsPack(folders)
  return pack && lungFinder(pack)
}
