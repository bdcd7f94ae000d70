import { strings } from '../../shared/strings.en.ts'
import { useWindow } from '../state/store.ts'
import { CornerNotes } from './corner-notes.tsx'
import { FilmSurface } from './film-surface.tsx'
import styles from './film-view.module.css'
import { FrameChooser } from './frame-chooser.tsx'
import { KeptFilm } from './kept-film.tsx'
import { PaneCaption } from './pane-caption.tsx'
import { WindowStatus } from './window-status.tsx'

const { window: words } = strings

/** The film before the reader; at its left the one that is kept for comparison, as the older of two is hung. */
export function FilmView() {
  const kept = useWindow(({ comparison }) => comparison.kept?.film ?? null)
  const film = useWindow(({ reading }) => reading.loaded?.film ?? null)
  return (
    <div className={kept ? styles.two : styles.one}>
      {kept ? <KeptFilm film={kept} current={film} /> : null}
      <section aria-label={words.viewport} className={styles.pane}>
        {kept ? <PaneCaption label={words.onScreen} film={film} /> : null}
        <div className={styles.film}>
          <FilmSurface pane="current" film={film} name={film ? words.film(film.name) : words.viewport} />
          {film ? <CornerNotes film={film} /> : <OpeningNote />}
          {film ? <FrameChooser film={film} /> : null}
          <WindowStatus />
        </div>
      </section>
    </div>
  )
}

function OpeningNote() {
  const failure = useWindow(({ reading }) => reading.failure)
  const name = useWindow(({ reading, worklist }) => worklist.films.find(({ id }) => id === reading.id)?.name)
  if (failure !== null) {
    return (
      <div role="alert" className={styles.failure}>
        <h2>{words.cannotShow}</h2>
        <p>{failure}</p>
      </div>
    )
  }
  return name === undefined ? null : (
    <p role="status" className={styles.opening}>
      {words.opening(name)}
    </p>
  )
}
