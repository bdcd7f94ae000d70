// The windows and tables a reader can pick for a film.

import type { Voi, Window } from '../../shared/greyscale/grey-transform.ts'
import { strings } from '../../shared/strings.en.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'
import { valueSpan, type Span } from './value-span.ts'

export interface WindowChoice {
  readonly name: string
  /** Where there is less room. */
  readonly short: string
  readonly voi: Voi
}

const { windows: names } = strings.window

/** The file's own first, tables before windows as PS3.4 N.2.1.3 has them apply; then what was made for it. */
export function windowChoices(film: OpenedFilm): readonly WindowChoice[] {
  const { grey, window } = film
  const opening = grey.windows.length > 0 ? [] : [window]
  const own = [
    ...grey.voiTables.map((table, index): WindowChoice => {
      const [name, short] = [table.name || names.table(index + 1), table.name || names.shortTable(index + 1)]
      return { name, short, voi: { kind: 'table', table } }
    }),
    ...grey.windows.map((one, index) =>
      choice(one, one.name || names.file(index + 1), one.name || names.shortFile(index + 1)),
    ),
    ...opening.map(openingChoice),
  ]
  return [...own, ...spanUnlike(own, film)]
}

/** None where it is there already, for two of one name could not be told apart, and two that show the same need not be. */
function spanUnlike(own: readonly WindowChoice[], film: OpenedFilm): readonly WindowChoice[] {
  const isNamed = own.some(({ name }) => name === names.full)
  const [name, short] = isNamed ? [names.span, names.shortSpan] : [names.full, names.full]
  const span = choice(spanWindow(valueSpan(film)), name, short)
  return own.some(({ voi }) => sameVoi(voi, span.voi)) ? [] : [span]
}

/** The LINEAR window whose black ends at `low` and whose white begins at `high` (PS3.3 C.11.2.1.2.1). */
export function spanWindow({ low, high }: Span): Window {
  const width = Math.max(high - low + 1, 1)
  return { centre: low + width / 2, width, function: 'LINEAR', name: '' }
}

/** Two that show the same, whatever they are called. */
export function sameVoi(one: Voi, other: Voi): boolean {
  if (one.kind === 'table' || other.kind === 'table') {
    return one.kind === 'table' && other.kind === 'table' && one.table === other.table
  }
  const [a, b] = [one.window, other.window]
  return a.centre === b.centre && a.width === b.width && a.function === b.function
}

/** Its two names begin alike, so that the button and the menu speak of one thing. */
function openingChoice(window: Window): WindowChoice {
  if (window.name === names.full) return choice(window, names.full, names.full)
  return choice(window, window.name === '' ? names.opening : names.openingBy(window.name), names.opening)
}

function choice(window: Window, name: string, short: string): WindowChoice {
  return { name, short, voi: { kind: 'window', window } }
}
