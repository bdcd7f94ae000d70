import { strings } from '../../shared/strings.en.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'
import { useWindow } from '../state/store.ts'
import styles from './corner-notes.module.css'
import { patientLines, pictureLines, studyLines, windowText } from './corner-text.ts'
import { Orientation } from './orientation.tsx'
import { placementOf } from './view.ts'

const { window: words } = strings

export function CornerNotes({ film }: { readonly film: OpenedFilm }) {
  return (
    <>
      <FilmNotes film={film} />
      <ShownAs film={film} />
    </>
  )
}

/** What the file says of a film. */
export function FilmNotes({ film }: { readonly film: OpenedFilm }) {
  const shown = useWindow(({ display }) => display.cornerText)
  if (!shown) return null
  return (
    <>
      <Lines place="upperLeft" lines={[film.name, ...patientLines(film)]} />
      <Lines place="upperRight" lines={studyLines(film)} />
      <Lines place="lowerRight" lines={pictureLines(film)} />
      <Orientation film={film} />
    </>
  )
}

function ShownAs({ film }: { readonly film: OpenedFilm }) {
  const { voi, turned, view, canvas, cornerText } = useWindow(({ display }) => display)
  if (!cornerText) return null
  const { scale } = placementOf(view, film, canvas)
  const lines = [
    film.shutters === 'off' ? words.shuttersOff : '',
    turned ? words.inverted : '',
    voi ? windowText(voi) : '',
    words.zoom(`${Math.round(scale * 100)}%`),
  ].filter((line) => line !== '')
  return <Lines place="lowerLeft" lines={lines} />
}

interface LinesProps {
  readonly place: 'upperLeft' | 'upperRight' | 'lowerLeft' | 'lowerRight'
  readonly lines: readonly string[]
}

function Lines({ place, lines }: LinesProps) {
  if (lines.length === 0) return null
  return (
    <div className={`${styles.corner} ${styles[place]}`}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}
