import { useEffect, useRef, type ReactNode } from 'react'
import { strings } from '../../shared/strings.en.ts'
import styles from './dialog.module.css'

export interface DialogProps {
  readonly open: boolean
  readonly label: string
  /** Where it says more than the label. */
  readonly heading?: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Over the window until it is closed; the focus goes back to where it was. */
export function Dialog({ open, label, heading = label, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog ref={dialog} aria-label={label} className={styles.dialog} onClose={onClose}>
      {open ? (
        <>
          <div className={styles.head}>
            <h2>{heading}</h2>
            <button type="button" className={styles.close} onClick={onClose}>
              {strings.window.close}
            </button>
          </div>
          <div className={styles.body}>{children}</div>
        </>
      ) : null}
    </dialog>
  )
}
