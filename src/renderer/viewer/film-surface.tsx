import { useRef } from 'react'
import { strings } from '../../shared/strings.en.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'
import { FILM_SURFACE_ID } from '../chrome/keep-focus.ts'
import styles from './film-surface.module.css'
import { MarkEnds } from './mark-ends.tsx'
import { usePointer } from './use-pointer.ts'
import type { Pane } from './scene.ts'
import { useViewport } from './use-viewport.ts'

const { window: words } = strings

export interface FilmSurfaceProps {
  readonly pane: Pane
  readonly film: OpenedFilm | null
  readonly name: string
}

/** A film that can be moved, zoomed and windowed, with all that is laid over it. */
export function FilmSurface({ pane, film, name }: FilmSurfaceProps) {
  const surface = useRef<HTMLDivElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const overlay = useRef<HTMLCanvasElement>(null)
  const sight = useRef<HTMLCanvasElement>(null)
  const heat = useRef<HTMLCanvasElement>(null)
  const marks = useRef<HTMLCanvasElement>(null)
  useViewport({ surface, stage, overlay, sight, heat, marks }, pane)
  usePointer(surface, pane)
  return (
    <>
      <div
        ref={surface}
        id={pane === 'current' ? FILM_SURFACE_ID : undefined}
        role="img"
        // The film is moved, zoomed and windowed by keys, so it takes the focus although it is a picture.
        tabIndex={film ? 0 : -1}
        aria-label={name}
        aria-description={words.viewportKeys}
        aria-hidden={film === null}
        className={film ? styles.surface : styles.blank}
      >
        <div ref={stage} className={styles.stage} />
        <canvas ref={overlay} className={styles.above} />
        <canvas ref={sight} className={styles.above} />
        <canvas ref={heat} className={styles.above} />
        <canvas ref={marks} className={styles.above} />
      </div>
      {film ? <MarkEnds pane={pane} film={film} surface={surface} /> : null}
    </>
  )
}
