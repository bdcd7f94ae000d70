import type { ReactNode } from 'react'
import { WarningIcon } from '../chrome/icons.tsx'
import styles from './pane-caption.module.css'
import type { Relation } from './relation-words.ts'

export interface PaneCaptionProps {
  readonly text: string
  readonly relation?: Relation | null
  readonly children?: ReactNode
}

/** Which of two films this is, beside the film: words in its corners can be switched off. */
export function PaneCaption({ text, relation, children }: PaneCaptionProps) {
  return (
    <header className={styles.caption}>
      <div className={styles.lines}>
        <p className={styles.line} title={text}>
          {text}
        </p>
        {relation ? (
          <p
            role="status"
            className={relation.doubtful ? styles.doubtful : styles.relation}
            title={relation.text}
          >
            {relation.doubtful ? <WarningIcon /> : null}
            {relation.text}
          </p>
        ) : null}
      </div>
      {children}
    </header>
  )
}
