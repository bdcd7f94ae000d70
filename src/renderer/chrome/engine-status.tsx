import { useId, useRef, type KeyboardEvent } from 'react'
import { providerNames } from '../../shared/provider-names.ts'
import { strings } from '../../shared/strings.en.ts'
import { useWindow } from '../state/store.ts'
import styles from './engine-status.module.css'

const words = strings.window.engine

/** What the engine is about; where it is ready, a press tells why the model runs where it does. */
export function EngineStatus() {
  const { status, provider, reason, message } = useWindow(({ engine }) => engine)
  const id = useId()
  const why = useRef<HTMLSpanElement>(null)
  /** The key is taken here, since it resets the view otherwise. */
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !why.current?.matches(':popover-open')) return
    event.preventDefault()
    why.current.hidePopover()
  }
  if (status !== 'ready') return message === '' ? words[status] : message
  const ready = words.ready(providerNames(provider))
  if (reason === '') return ready
  return (
    <>
      <button type="button" className={styles.ready} title={reason} popoverTarget={id} onKeyDown={press}>
        {ready}
      </button>
      <span ref={why} id={id} popover="auto" className={styles.why}>
        {reason}
      </span>
    </>
  )
}
