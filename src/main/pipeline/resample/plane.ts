import type { Film } from '../film.ts'

/** What is needed of a film to shrink it. */
export type Plane = Pick<Film, 'pixels' | 'rows' | 'columns' | 'range'>

export interface Size {
  readonly columns: number
  readonly rows: number
}
