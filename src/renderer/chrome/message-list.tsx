import { useEffect, useRef } from 'react'
import { strings } from '../../shared/strings.en.ts'
import { restoreFilms } from '../actions/clear-films.ts'
import { scoreAll } from '../actions/score-films.ts'
import type { Message, Offer } from '../state/message.ts'
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
  const { key, tone, offer } = message
  const isProblem = tone === 'problem'
  useEffect(() => {
    if (tone !== 'note' || offer !== null) return undefined
    const timer = setTimeout(() => happened({ type: 'message.dismissed', key }), NOTE_MS)
    return () => clearTimeout(timer)
  }, [key, tone, offer])
  const line = useRef<HTMLDivElement>(null)
  // The newest is the last; of many the list shows a few.
  useEffect(() => {
    line.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div
      ref={line}
      role={isProblem ? 'alert' : 'status'}
      className={isProblem ? styles.problem : styles.note}
    >
      {isProblem ? <WarningIcon /> : null}
      <p className={styles.text}>{message.text}</p>
      {offer === null ? null : <OfferButton offer={offer} />}
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

const offers = {
  // The button that was pressed went with what it took away; the way back takes the focus.
  'restore-films': { text: strings.window.undo, accept: restoreFilms, takesFocus: true },
  'score-all': { text: strings.menu.scoreAll, accept: scoreAll, takesFocus: false },
} as const

function OfferButton({ offer }: { readonly offer: Offer }) {
  const { text, accept, takesFocus } = offers[offer]
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) button.current?.focus()
  }, [takesFocus])
  return (
    <button ref={button} type="button" className={styles.offer} onClick={() => void accept()}>
      {text}
    </button>
  )
}
