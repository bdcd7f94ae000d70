import type { Message, Offer } from './message.ts'
import type { WindowEvent } from './window-event.ts'

export interface Messages {
  readonly nextKey: number
  readonly shown: readonly Message[]
}

export const noMessages: Messages = { nextKey: 1, shown: [] }
const mostShown = 5

export function updateMessages(messages: Messages, event: WindowEvent): Messages {
  switch (event.type) {
    case 'message.added':
      return added(messages, event)
    case 'message.dismissed':
      return { ...messages, shown: messages.shown.filter(({ key }) => key !== event.key) }
    // The films that would come back are there again, or others have taken their place.
    case 'films.changed':
      return event.films.length === 0 ? messages : without(messages, 'restore-films')
    case 'work.ended':
      return { ...messages, shown: messages.shown.filter(({ tone }) => tone !== 'work') }
    default:
      return messages
  }
}

function added(messages: Messages, event: WindowEvent & { type: 'message.added' }): Messages {
  const { tone, text, offer } = event
  const others = messages.shown.filter((message) => message.text !== text)
  return {
    nextKey: messages.nextKey + 1,
    shown: [...others, { key: messages.nextKey, tone, text, offer: offer ?? null }].slice(-mostShown),
  }
}

function without(messages: Messages, offer: Offer): Messages {
  const shown = messages.shown.filter((message) => message.offer !== offer)
  return shown.length === messages.shown.length ? messages : { ...messages, shown }
}
