import type { Card } from '../../shared/card.ts'
import { strings } from '../../shared/strings.en.ts'
import type { FilmState } from '../../shared/window-data.ts'

const { bands, window: words } = strings

/** What the list says of a film in one line. */
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

export function labelName(label: string, card: Card | null): string {
  return card?.labels.find(({ id }) => id === label)?.name ?? label
}
