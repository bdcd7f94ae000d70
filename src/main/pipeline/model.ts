import type { Session } from '../adapters/onnxruntime.ts'
import type { Card } from '../../shared/card.ts'

/** A model that was checked and loaded, ready to run (packs/load-model.ts makes it). */
export interface Model {
  readonly card: Card
  readonly session: Session
}
