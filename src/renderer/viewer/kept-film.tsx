import { strings } from '../../shared/strings.en.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'
import { commands } from '../actions/commands.ts'
import { CloseIcon } from '../chrome/icons.tsx'
import { ToolButton } from '../chrome/tool-button.tsx'
import { FilmNotes } from './corner-notes.tsx'
import { FilmSurface } from './film-surface.tsx'
import styles from './film-view.module.css'
import { PaneCaption } from './pane-caption.tsx'
import { relationWords } from './relation-words.ts'

const { window: words } = strings

export interface KeptFilmProps {
  readonly film: OpenedFilm
  /** The one it is compared with; null while that is being opened. */
  readonly current: OpenedFilm | null
}

export function KeptFilm({ film, current }: KeptFilmProps) {
  const relation = current ? relationWords(film, current) : null
  return (
    <section aria-label={words.comparedViewport} className={styles.pane}>
      <PaneCaption label={words.compared} film={film} relation={relation}>
        <ToolButton name={words.stopComparing} shortcut="C" icon={<CloseIcon />} onPress={commands.compare} />
      </PaneCaption>
      <div className={styles.film}>
        <FilmSurface pane="kept" film={film} name={words.keptFilm(film.name)} />
        <FilmNotes film={film} />
      </div>
    </section>
  )
}
