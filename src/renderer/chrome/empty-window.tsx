import { strings } from '../../shared/strings.en.ts'
import { commands } from '../actions/commands.ts'
import { openSamples } from '../actions/open-films.ts'
import styles from './empty-window.module.css'
import { FilmIcon, FolderIcon } from './icons.tsx'

const { window: words } = strings

export function EmptyWindow() {
  return (
    <div className={styles.empty}>
      <h1 className={styles.title}>{words.emptyTitle}</h1>
      <p className={styles.what}>{words.whatHilumIs}</p>
      <div className={styles.actions}>
        <button type="button" className={styles.action} onClick={commands['open-files']}>
          <FilmIcon />
          {words.chooseFilms}
        </button>
        <button type="button" className={styles.action} onClick={commands['open-folder']}>
          <FolderIcon />
          {words.chooseFolder}
        </button>
        <button type="button" className={styles.samples} onClick={() => void openSamples()}>
          {words.openSamples}
        </button>
      </div>
      <p className={styles.quiet}>{words.samplesNote}</p>
      <p className={styles.quiet}>{words.dropHere}</p>
      <p className={styles.notice}>{strings.notice}</p>
    </div>
  )
}
