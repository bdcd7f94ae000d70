import type { WindowEvent } from './window-event.ts'

export interface Message {
  readonly key: number
  /** A problem is read out at once; a note waits its turn and goes by itself; work stays until it is done. */
  readonly tone: 'problem' | 'note' | 'work'
  readonly text: string
}

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
    case 'work.ended':
      return { ...messages, shown: messages.shown.filter(({ tone }) => tone !== 'work') }
    default:
      return messages
  }
}

function added(messages: Messages, { tone, text }: Pick<Message, 'tone' | 'text'>): Messages {
  const others = messages.shown.filter((message) => message.text !== text)
  return {
    nextKey: messages.nextKey + 1,
    shown: [...others, { key: messages.nextKey, tone, text }].slice(-mostShown),
  }
}
