import type { StoredPixels } from '../film.ts'

/** Red, green and blue interleaved, from 0 to 2^bits - 1. */
export interface RgbSamples {
  readonly samples: StoredPixels
  readonly bits: number
}
