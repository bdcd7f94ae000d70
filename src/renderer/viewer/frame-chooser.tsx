import { strings } from '../../shared/strings.en.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'
import { chooseFilm } from '../actions/choose-film.ts'
import styles from './frame-chooser.module.css'

const { window: words } = strings

export function FrameChooser({ film }: { readonly film: OpenedFilm }) {
  if (film.frames === 1) return null
  return (
    <label className={styles.chooser}>
      {words.frameChooser}
      <input
        type="range"
        min={1}
        max={film.frames}
        value={film.frame + 1}
        aria-valuetext={words.frame(film.frame + 1, film.frames)}
        onChange={(event) => chooseFilm(film.id, event.currentTarget.valueAsNumber - 1)}
      />
    </label>
  )
}
