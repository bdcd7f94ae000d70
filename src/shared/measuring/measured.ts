// What a reader measures on a film.

import type { Point } from '../point.ts'

export type MarkKind = 'length' | 'angle' | 'ratio'

/** How many lines make a mark: a ratio is the heart's width, then the chest's. */
export const LINES_OF: Readonly<Record<MarkKind, number>> = { length: 1, angle: 2, ratio: 2 }

/** In pixels of the film. */
export interface Line {
  readonly from: Point
  readonly to: Point
}

export interface Measured {
  readonly kind: MarkKind
  readonly lines: readonly Line[]
}
