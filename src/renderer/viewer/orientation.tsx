import { strings } from '../../shared/strings.en.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'
import styles from './corner-notes.module.css'
import { edgeLetters } from './edge-letters.ts'

const EDGES = ['left', 'right', 'upper', 'lower'] as const

/** Letters at the edges: which way the patient lies, as the file says. */
export function Orientation({ film }: { readonly film: OpenedFilm }) {
  const letters = edgeLetters(film.patient.orientation)
  if (letters === null) return null
  return (
    <div
      role="img"
      aria-label={strings.window.orientation(letters)}
      className={film.frames > 1 ? styles.hasFrames : undefined}
    >
      {EDGES.map((edge) => (
        <div key={edge} className={`${styles.corner} ${styles[edge]}`}>
          <p>{letters[edge]}</p>
        </div>
      ))}
    </div>
  )
}
