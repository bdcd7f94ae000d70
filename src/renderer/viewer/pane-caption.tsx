import type { ReactNode } from 'react'
import { WarningIcon } from '../chrome/icons.tsx'
import type { OpenedFilm } from '../../shared/window-data.ts'
import { percent } from '../chrome/percent.ts'
import { StateMark } from '../chrome/state-mark.tsx'
import { callOf } from '../state/film-call.ts'
import { useWindow } from '../state/store.ts'
import { chosenCard } from '../state/window-state.ts'
import { filmOf } from '../state/worklist.ts'
import { callText, filmText } from '../worklist/film-text.ts'
import { nameEnds } from '../worklist/name-ends.ts'
import styles from './pane-caption.module.css'
import type { Relation } from './relation-words.ts'

export interface PaneCaptionProps {
  /** Which of the two this is. */
  readonly label: string
  /** Null while it is being opened. */
  readonly film: OpenedFilm | null
  readonly relation?: Relation | null
  readonly children?: ReactNode
}

/** Which of two films this is and what became of it, beside the film: words in its corners can be switched off. */
export function PaneCaption({ label, film, relation, children }: PaneCaptionProps) {
  const name = film?.name ?? ''
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
      {film ? <Call film={film} /> : null}
      {children}
    </header>
  )
}

/** What the model makes of it. Of several frames the list knows the call of one alone. */
function Call({ film: { id, frames } }: { readonly film: OpenedFilm }) {
  const state = useWindow(({ worklist }) => filmOf(worklist, id)?.state)
  const card = useWindow(({ models }) => chosenCard(models))
  if (!state || frames > 1) return null
  return (
    <p className={styles.call} title={filmText(state, card)}>
      <StateMark mark={callOf(state)} />
      <span>{callText(state, card)}</span>
      {state.kind === 'scored' ? <strong>{percent(state.probability)}</strong> : null}
    </p>
  )
}
