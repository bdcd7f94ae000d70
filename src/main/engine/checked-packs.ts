// Reading cards and checking them is kept apart, since it brings the library of schemas: an engine that is told what its
// starter has checked does without.

import { dirname } from 'node:path'
import { findLungsPack, readPack, type LungsPack, type Pack } from '../packs/pack.ts'
import { places } from '../places.ts'
import type { CheckedPacks } from './protocol.ts'

export async function readCheckedPacks(folder: string): Promise<CheckedPacks> {
  return withLungs(await readPack(folder))
}

export async function withLungs(pack: Pack): Promise<CheckedPacks> {
  const { gate, input } = pack.card
  return gate.lungs === false && input.view === 'film' ? { pack } : { pack, lungs: await lungsFor(pack) }
}

/** Of the folder where the classifier lies, or else the one that Hilum brings. */
export function lungsFor({ folder }: Pack): Promise<LungsPack | null> {
  return findLungsPack([dirname(folder), places.models])
}
