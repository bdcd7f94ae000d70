import { useEffect } from 'react'
import { strings } from '../../shared/strings.en.ts'
import type { Message } from '../state/messages.ts'
import { happened, useWindow } from '../state/store.ts'
import { CloseIcon, WarningIcon } from './icons.tsx'
import styles from './message-list.module.css'

export function MessageList() {
  const shown = useWindow(({ messages }) => messages.shown)
  return (
    <section aria-label={strings.window.messages} className={styles.list}>
      {shown.map((message) => (
        <MessageLine key={message.key} message={message} />
      ))}
    </section>
  )
}

// Long enough to be read twice; a problem stays until it is dismissed.
const NOTE_MS = 8000

function MessageLine({ message }: { readonly message: Message }) {
  const { key, tone } = message
  const isProblem = tone === 'problem'
  useEffect(() => {
    if (tone !== 'note') return undefined
    const timer = setTimeout(() => happened({ type: 'message.dismissed', key }), NOTE_MS)
    return () => clearTimeout(timer)
  }, [key, tone])
  return (
    <div role={isProblem ? 'alert' : 'status'} className={isProblem ? styles.problem : styles.note}>
      {isProblem ? <WarningIcon /> : null}
      <p className={styles.text}>{message.text}</p>
      <button
        type="button"
        className={styles.dismiss}
        aria-label={strings.window.dismiss(message.text)}
        onClick={() => happened({ type: 'message.dismissed', key: message.key })}
      >
        <CloseIcon />
      </button>
    </div>
  )
}
