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

function MessageLine({ message }: { readonly message: Message }) {
  const isProblem = message.tone === 'problem'
  return (
    <div role={isProblem ? 'alert' : 'status'} className={styles[message.tone]}>
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
