import type { ReactNode } from 'react'
import { WarningIcon } from '../chrome/icons.tsx'
import { nameEnds } from '../worklist/name-ends.ts'
import styles from './pane-caption.module.css'
import type { Relation } from './relation-words.ts'

export interface PaneCaptionProps {
  /** Which of the two this is. */
  readonly label: string
  /** Of the film; empty while it is being opened. */
  readonly name: string
  readonly relation?: Relation | null
  readonly children?: ReactNode
}

/** Which of two films this is, beside the film: words in its corners can be switched off. */
export function PaneCaption({ label, name, relation, children }: PaneCaptionProps) {
  const [start, end] = nameEnds(name)
  return (
    <header className={styles.caption}>
      <p className={styles.line} title={`${label} ${name}`}>
        <span className={styles.label}>{`${label} `}</span>
        <span className={styles.start}>{start}</span>
        {end}
      </p>
      {relation ? (
        <p role="status" className={relation.doubtful ? styles.doubtful : styles.relation}>
          {relation.doubtful ? <WarningIcon /> : null}
          {relation.text}
        </p>
      ) : null}
      {children}
    </header>
  )
}
