import type { FilmEntry } from '../../shared/window-data.ts'
import { strings } from '../../shared/strings.en.ts'
import { WarningIcon } from '../chrome/icons.tsx'
import { percent } from '../chrome/percent.ts'
import { StateMark } from '../chrome/state-mark.tsx'
import { callOf } from '../state/film-call.ts'
import styles from './film-row.module.css'
import { nameEnds } from './name-ends.ts'
import { ROW_HEIGHT } from './visible-rows.ts'

const { window: words } = strings

export interface FilmRowProps {
  readonly film: FilmEntry
  readonly place: number
  readonly count: number
  readonly chosen: boolean
  readonly text: string
  /** The same in fewer letters. */
  readonly shortText: string
  readonly onChoose: (film: FilmEntry) => void
}

export const rowId = (film: Pick<FilmEntry, 'id'>) => `row-${film.id}`

export function FilmRow({ film, place, count, chosen, text, shortText, onChoose }: FilmRowProps) {
  const score = film.state.kind === 'scored' ? ` ${percent(film.state.probability)}` : ''
  const [start, end] = nameEnds(film.name)
  const warned = film.state.kind === 'scored' && film.state.warned
  return (
    // The list holds the focus and takes the keys; a row only takes the pointer.
    <div
      role="option"
      id={rowId(film)}
      tabIndex={-1}
      aria-label={`${film.name}, ${text}${score}${warned ? words.withWarnings : ''}`}
      aria-selected={chosen}
      aria-setsize={count}
      aria-posinset={place + 1}
      className={chosen ? styles.chosen : styles.row}
      style={{ top: place * ROW_HEIGHT, height: ROW_HEIGHT }}
      title={`${film.name}\n${text}`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(film)}
    >
      <span className={styles.line}>
        <span className={styles.name}>
          <span className={styles.start}>{start}</span>
          {end}
        </span>
        <span className={styles.score}>
          {warned ? <WarningIcon /> : null}
          {score}
        </span>
      </span>
      <span className={styles.state}>
        <StateMark mark={callOf(film.state)} />
        <span className={styles.text}>{shortText}</span>
      </span>
    </div>
  )
}
