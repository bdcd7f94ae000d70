import { useEffect, useRef } from 'react'
import { strings } from '../../shared/strings.en.ts'
import { happened, useWindow } from '../state/store.ts'
import { chosenCard } from '../state/window-state.ts'
import { CardFigures } from './card-figures.tsx'
import { CardOperatingPoints } from './card-operating-points.tsx'
import { CardOrigin } from './card-origin.tsx'
import { CardPurpose } from './card-purpose.tsx'
import styles from './model-card-dialog.module.css'

const { window: words } = strings

/** What the model is, what it knows and what it does not, from its card. */
export function ModelCardDialog() {
  const open = useWindow((state) => state.modelCardOpen)
  const card = useWindow(({ models }) => chosenCard(models))
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open && card) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open, card])
  return (
    <dialog
      ref={dialog}
      aria-label={words.aboutModel}
      className={styles.dialog}
      onClose={() => happened({ type: 'model-card.closed' })}
    >
      {open && card ? (
        <>
          <div className={styles.head}>
            <h2>{card.name}</h2>
            <button
              type="button"
              className={styles.close}
              onClick={() => happened({ type: 'model-card.closed' })}
            >
              {words.close}
            </button>
          </div>
          <div className={styles.body}>
            <CardPurpose card={card} />
            <CardFigures card={card} />
            <CardOperatingPoints card={card} />
            <CardOrigin card={card} />
          </div>
        </>
      ) : null}
    </dialog>
  )
}
