/** Where the lungs lie on a film. */
export interface Lungs {
  readonly mask: LungMask
  /** Round all that is lung but for specks, in pixels of the film, the right and lower edge outside; null where nothing is. */
  readonly box: LungBox | null
  /** Of the film that is lung. */
  readonly area: number
}

/** Over the whole film, row by row. */
export interface LungMask {
  readonly rows: number
  readonly columns: number
  /** How surely a pixel is lung, 0 to 1. */
  readonly shares: Float32Array
  /** 1 where it is taken for lung, else 0. */
  readonly inside: Uint8Array
}

export interface LungBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
