import { useRef } from 'react'
import { strings } from '../../shared/strings.en.ts'
import { useWindow } from '../state/store.ts'
import { CornerNotes } from './corner-notes.tsx'
import styles from './film-view.module.css'
import { FrameChooser } from './frame-chooser.tsx'
import { usePointer } from './use-pointer.ts'
import { useViewport } from './use-viewport.ts'
import { WindowStatus } from './window-status.tsx'

const { window: words } = strings

export function FilmView() {
  const surface = useRef<HTMLDivElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const overlay = useRef<HTMLCanvasElement>(null)
  const sight = useRef<HTMLCanvasElement>(null)
  const heat = useRef<HTMLCanvasElement>(null)
  useViewport({ surface, stage, overlay, sight, heat })
  usePointer(surface)
  const film = useWindow(({ reading }) => reading.loaded?.film ?? null)
  return (
    <section aria-label={words.viewport} className={styles.view}>
      <div
        ref={surface}
        role="img"
        // The film is moved, zoomed and windowed by keys, so it takes the focus although it is a picture.
        tabIndex={film ? 0 : -1}
        aria-label={film ? words.film(film.name) : words.viewport}
        aria-description={words.viewportKeys}
        aria-hidden={film === null}
        className={film ? styles.surface : styles.blank}
      >
        <div ref={stage} className={styles.stage} />
        <canvas ref={overlay} className={styles.above} />
        <canvas ref={sight} className={styles.above} />
        <canvas ref={heat} className={styles.above} />
      </div>
      {film ? <CornerNotes film={film} /> : <OpeningNote />}
      {film ? <FrameChooser film={film} /> : null}
      <WindowStatus />
    </section>
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
