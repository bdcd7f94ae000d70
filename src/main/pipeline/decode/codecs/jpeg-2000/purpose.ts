/** What becomes of a picture that is decoded for a score. */
export interface Purpose {
  /** So many of its pixels, or more, become one along a side. */
  readonly pixelsToOne: number
  /** The samples at which the screen is black and white, or the other way round; the lower one first. */
  readonly ends: readonly [number, number]
}
