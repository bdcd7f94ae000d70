import type { Card } from '../../shared/card.ts'
import { strings } from '../../shared/strings.en.ts'
import { shortName } from '../chrome/short-name.ts'
import type { FilmEntry, FilmState } from '../../shared/window-data.ts'

const { bands, window: words } = strings

const shortReasons: ReadonlyMap<string, string> = new Map(Object.entries(words.shortReasons))

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

/** What became of it in a few words, without its score and without a reason. */
export function callText(state: FilmState, card: Card | null): string {
  return state.kind === 'scored' ? shortCall(state, card) : words.states[state.kind]
}

/** What is said of it in the list's narrow column: what would be cut off there is left out where it can be spared. */
export function shortFilmText(film: FilmEntry, card: Card | null): string {
  const { name, state } = film
  switch (state.kind) {
    case 'unread':
      return filmText(state, card)
    case 'scored':
      return shortCall(state, card)
    case 'refused':
      return words.because(words.states.refused, shortReasons.get(state.code) ?? state.message)
    case 'failed':
      // The name stands above.
      return words.because(words.states[state.kind], withoutStart(state.message, `${name} `))
  }
}

function shortCall({ band, label }: FilmState & { kind: 'scored' }, card: Card | null): string {
  return words.called(bands[band], shortName(label, labelName(label, card)))
}

function withoutStart(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : text
}

function labelName(label: string, card: Card | null): string {
  return card?.labels.find(({ id }) => id === label)?.name ?? label
}
