// Cards are read and checked by whoever starts an engine, since that takes the library of schemas, which costs an
// engine 20 ms of its start.

import { dirname } from 'node:path'
import { findLungsPack, type Pack } from '../packs/pack.ts'
import { places } from '../places.ts'
import type { CheckedPacks } from './protocol.ts'

/**
 * The lungs' model lies in the folder where the classifier lies, or else it is the one that Hilum brings. `view` is
 * another than the card's where tensors are made for a model that is still to be trained.
 */
export async function withLungs(pack: Pack, view = pack.card.input.view): Promise<CheckedPacks> {
  const doesWithout = pack.card.gate.lungs === false && view === 'film'
  return { pack, lungs: doesWithout ? null : await findLungsPack([dirname(pack.folder), places.models]) }
}
