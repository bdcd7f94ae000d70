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
      return keeping(messages, ({ key }) => key !== event.key)
    case 'films.opened':
      return keeping(messages, ({ about }) => about !== 'opening')
    // The films that would come back are there again, or others have taken their place; or there is nothing to score.
    case 'films.changed':
      return withoutOffer(messages, event.films.length === 0 ? 'score-all' : 'restore-films')
    case 'batch.changed':
      return event.batch.running ? withoutOffer(messages, 'score-all') : messages
    case 'work.ended':
      return keeping(messages, ({ tone }) => tone !== 'work')
    default:
      return messages
  }
}

function added(messages: Messages, event: WindowEvent & { type: 'message.added' }): Messages {
  const { tone, text, about = null, offer = null } = event
  const others = messages.shown.filter((message) => message.text !== text)
  return {
    nextKey: messages.nextKey + 1,
    shown: [...others, { key: messages.nextKey, tone, text, about, offer }].slice(-mostShown),
  }
}

function withoutOffer(messages: Messages, over: Offer): Messages {
  return keeping(messages, ({ offer }) => offer !== over)
}

function keeping(messages: Messages, stays: (message: Message) => boolean): Messages {
  const shown = messages.shown.filter(stays)
  return shown.length === messages.shown.length ? messages : { ...messages, shown }
}
