import type { Parameters } from './parameters.ts'
import type { Purpose } from './purpose.ts'

/** What a picture is decoded from, and for. */
export interface Source {
  readonly codestream: Buffer
  readonly parameters: Parameters
  /** All of it is decoded where that is left out. */
  readonly purpose?: Purpose | undefined
}
