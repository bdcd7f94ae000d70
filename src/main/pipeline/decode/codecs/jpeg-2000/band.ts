import type { Area } from './area.ts'

export interface Band extends Area {
  /** Table B.1: 0 LL, 1 HL, 2 LH, 3 HH. */
  readonly kind: number
  /** Its place among those of the tile. */
  readonly index: number
}
