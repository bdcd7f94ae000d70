/** On a film in its pixels (a whole number is the left or upper edge of one), on a canvas in device pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}
