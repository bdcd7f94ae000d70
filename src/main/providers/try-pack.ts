import { readPack } from '../packs/pack.ts'
import type { Provider } from '../../shared/provider.ts'
import { tryProvider, type TrialParts } from './try-provider.ts'
import type { Trial } from './verdict.ts'

export async function tryPack(folder: string, provider: Provider, parts: TrialParts): Promise<Trial> {
  return tryProvider(await readPack(folder), provider, parts)
}
