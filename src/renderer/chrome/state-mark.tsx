import type { FilmCall } from '../state/film-call.ts'
import styles from './state-mark.module.css'

/** A shape for each state, so that none is told by colour alone. The words stand beside it. */
export function StateMark({ mark }: { readonly mark: FilmCall }) {
  return (
    <svg className={styles[mark]} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      {shapes[mark]}
    </svg>
  )
}

const ring = <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />

const shapes: Readonly<Record<FilmCall, React.ReactNode>> = {
  positive: <path d="M6 0.5L11.5 6L6 11.5L0.5 6Z" fill="currentColor" />,
  indeterminate: (
    <>
      {ring}
      <path d="M6 1.750a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" />
    </>
  ),
  negative: ring,
  refused: (
    <>
      {ring}
      <path d="M3 9L9 3" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  failed: (
    <path d="M6 1L11.5 11H0.5ZM6 4.5V7M6 9V9.1" fill="none" stroke="currentColor" strokeLinejoin="round" />
  ),
  unread: <circle cx="6" cy="6" r="1.5" fill="currentColor" />,
}
