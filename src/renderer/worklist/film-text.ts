import type { Card } from '../../shared/card.ts'
import { strings } from '../../shared/strings.en.ts'
import { shortName } from '../chrome/short-name.ts'
import type { FilmEntry, FilmState } from '../../shared/window-data.ts'

const { bands, window: words } = strings

/** What is said of a film in one line. */
export function filmText(state: FilmState, card: Card | null): string {
  switch (state.kind) {
    case 'unread':
      return words.states.unread
    case 'scored':
      return words.called(bands[state.band], labelName(state.label, card))
    case 'refused':
    case 'failed':
      return words.because(words.states[state.kind], state.message)
  }
}

/** The same for the list's narrow column: what would be cut off there is left out where it can be spared. */
export function shortFilmText(film: FilmEntry, card: Card | null): string {
  const { name, state } = film
  switch (state.kind) {
    case 'unread':
      return filmText(state, card)
    case 'scored':
      return words.called(bands[state.band], shortName(state.label, labelName(state.label, card)))
    case 'refused':
    case 'failed':
      // The name stands above.
      return words.because(words.states[state.kind], withoutStart(state.message, `${name} `))
  }
}

function withoutStart(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : text
}

function labelName(label: string, card: Card | null): string {
  return card?.labels.find(({ id }) => id === label)?.name ?? label
}
