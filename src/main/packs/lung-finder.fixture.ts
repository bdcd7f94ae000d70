// For tests, and for scripts that measure the gate: the model of the lungs that Hilum brings.

import assert from 'node:assert/strict'
import type { LungFinder } from '../pipeline/locate.ts'
import { places } from '../places.ts'
import { lungFinder } from './lung-finder.ts'
import { findLungsPack } from './pack.ts'

export async function ownLungFinder(): Promise<LungFinder> {
  const pack = await findLungsPack([places.models])
  assert.ok(pack !== null, 'models/lungs is not there')
  return lungFinder(pack)
}
