import type { Film } from '../film.ts'

/** What is needed of a film to shrink it. */
export type Plane = Pick<Film, 'pixels' | 'rows' | 'columns' | 'range'>

export interface Size {
  readonly columns: number
  readonly rows: number
}

/** A size, and where what has it lies in a frame, which is 0 round it. */
export interface Framed extends Size {
  /** The result has no more than its size where none is asked for. */
  readonly frame?: Size & { readonly left: number; readonly top: number }
}
