// A film as it would be read if it had been hung, cut or framed in another way.

import type { Film, StoredPixels } from '../../src/main/pipeline/film.ts'

interface Size {
  readonly rows: number
  readonly columns: number
}

/** From a place in the new film to one in the old, or undefined where the new one has nothing. */
type Place = (row: number, column: number) => number | undefined

export const CHANGES: Readonly<Record<string, (film: Film) => Film>> = {
  'wrongly inverted': (film) => ({ ...film, grey: { ...film.grey, inverted: !film.grey.inverted } }),
  'upside down': (film) => ({ ...film, pixels: film.pixels.toReversed() }),
  'mirrored top to bottom': (film) =>
    redrawn(film, film, (row, column) => (film.rows - 1 - row) * film.columns + column),
  'turned to the right by 90°': (film) =>
    redrawn(film, sideways(film), (row, column) => (film.rows - 1 - column) * film.columns + row),
  'turned to the left by 90°': (film) =>
    redrawn(film, sideways(film), (row, column) => column * film.columns + film.columns - 1 - row),
  'tilted by 10°': (film) => tilted(film, Math.PI / 18),
  'tilted by 15°': (film) => tilted(film, Math.PI / 12),
  'in a black border, a quarter of each side': bordered,
  'the left half': (film) => {
    const columns = Math.floor(film.columns / 2)
    return redrawn(film, { rows: film.rows, columns }, (row, column) => row * film.columns + column)
  },
  'beside itself': (film) => {
    const size = { rows: film.rows, columns: film.columns * 2 }
    return redrawn(film, size, (row, column) => row * film.columns + (column % film.columns))
  },
  'without its upper half': (film) =>
    redrawn(film, film, (row, column) => (row < film.rows / 2 ? undefined : row * film.columns + column)),
  // As a slice of a CT across the chest has two lungs that are wider than high.
  'half as high': (film) => {
    const size = { rows: Math.floor(film.rows / 2), columns: film.columns }
    return redrawn(film, size, (row, column) => 2 * row * film.columns + column)
  },
}

function sideways({ rows, columns }: Size): Size {
  return { rows: columns, columns: rows }
}

export function tilted(film: Film, angle: number): Film {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const [midRow, midColumn] = [(film.rows - 1) / 2, (film.columns - 1) / 2]
  return redrawn(film, film, (row, column) => {
    const [down, across] = [row - midRow, column - midColumn]
    const fromRow = Math.round(midRow + down * cosine - across * sine)
    const fromColumn = Math.round(midColumn + down * sine + across * cosine)
    return within(film, fromRow, fromColumn)
  })
}

function bordered(film: Film): Film {
  const [above, beside] = [Math.floor(film.rows / 4), Math.floor(film.columns / 4)]
  const size = { rows: film.rows + 2 * above, columns: film.columns + 2 * beside }
  return redrawn(film, size, (row, column) => within(film, row - above, column - beside))
}

function within({ rows, columns }: Size, row: number, column: number): number | undefined {
  return row < 0 || row >= rows || column < 0 || column >= columns ? undefined : row * columns + column
}

function redrawn(film: Film, { rows, columns }: Size, place: Place): Film {
  const black = film.grey.inverted ? film.range.max : film.range.min
  const pixels = film.pixels.slice(0, 0).constructor as new (length: number) => StoredPixels
  const result = new pixels(rows * columns)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const from = place(row, column)
      result[row * columns + column] = from === undefined ? black : film.pixels[from]!
    }
  }
  return { ...film, rows, columns, pixels: result, colour: null }
}
