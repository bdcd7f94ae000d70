import { openingVoi, shareTable } from '../../shared/greyscale/display-table.ts'
import type { Film } from './film.ts'

const made = new WeakMap<Film, Float32Array>()

/** The film as it is opened, as a table over its stored values: made once, for the gate, the lungs and the model alike. */
export function openingTable(film: Film): Float32Array {
  const table =
    made.get(film) ?? shareTable(film, openingVoi(film.grey, { kind: 'window', window: film.window }))
  made.set(film, table)
  return table
}
